// Names with brackets as PHP reads them: `a[b][]=1`, `a[0][ID]=2`. None of the libraries for it is used: each of them
// makes `fm[15][value]` an array with one element, and the 15 is the id of the record that is meant (facts §7.1).

export type PhpValue = string | PhpValue[] | { [key: string]: PhpValue };
type PhpArray = Map<string, string | PhpArray>;

/** Enough for every client, and an end for hostile ones. */
const MAX_DEPTH = 32;

export function parsePhpQuery(query: string): Record<string, PhpValue> {
  const root: PhpArray = new Map();
  for (const part of query.split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const name = decode(at === -1 ? part : part.slice(0, at));
    assign(root, keysOf(name), at === -1 ? '' : decode(part.slice(at + 1)));
  }
  return Object.fromEntries([...root].map(([key, value]) => [key, listed(value)]));
}

/** A raw `%` is text (facts §4: it breaks a batch, but not the portal). */
function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** `a[b][]` → a, b, and nothing: the next number. */
function keysOf(name: string): string[] {
  const open = name.indexOf('[');
  if (open <= 0 || !name.includes(']', open)) return [name];
  const keys = [name.slice(0, open)];
  for (let at = open; name[at] === '[' && keys.length < MAX_DEPTH; ) {
    const close = name.indexOf(']', at);
    if (close === -1) break;
    keys.push(name.slice(at + 1, close));
    at = close + 1;
  }
  return keys;
}

function assign(root: PhpArray, keys: readonly string[], value: string): void {
  let into = root;
  for (const [depth, key] of keys.entries()) {
    const place = key === '' && depth > 0 ? String(nextIndex(into)) : key;
    if (depth === keys.length - 1) {
      into.set(place, value);
      return;
    }
    const known = into.get(place);
    const inner: PhpArray = known instanceof Map ? known : new Map();
    if (inner !== known) into.set(place, inner);
    into = inner;
  }
}

function nextIndex(array: PhpArray): number {
  let last = -1;
  for (const key of array.keys()) if (/^\d+$/.test(key)) last = Math.max(last, Number(key));
  return last + 1;
}

/** Keys 0, 1, 2 … are a list. */
function listed(value: string | PhpArray): PhpValue {
  if (typeof value === 'string') return value;
  const entries = [...value].map(([key, inner]): [string, PhpValue] => [key, listed(inner)]);
  return entries.every(([key], index) => key === String(index))
    ? entries.map(([, inner]) => inner)
    : Object.fromEntries(entries);
}

/** What PHP writes for an array: a list for keys 0 … n-1 in order, and so `[]` for an empty one (facts §4). */
export function phpArray<T>(entries: readonly (readonly [string, T])[]): T[] | Record<string, T> {
  return entries.every(([key], index) => key === String(index))
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries);
}
