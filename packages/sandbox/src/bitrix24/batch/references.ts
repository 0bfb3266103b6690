import { isRecord } from '../transport/params.ts';

// `$result[c0][items][49][id]` in the values of a command: what an earlier command of the same batch answered. A
// reference that leads nowhere is no error: the text itself is the value (facts §4).
const REFERENCE = /\$result((?:\[[^\][]*\])+)/g;

export type ResultOf = (key: string) => unknown;

/** A copy in which every reference that can be resolved is. */
export function resolveReferences(value: unknown, resultOf: ResultOf): unknown {
  if (typeof value === 'string') return value.includes('$result[') ? resolveText(value, resultOf) : value;
  if (Array.isArray(value)) return value.map((inner) => resolveReferences(inner, resultOf));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, resolveReferences(inner, resultOf)]),
  );
}

function resolveText(text: string, resultOf: ResultOf): unknown {
  const [only] = text.match(REFERENCE) ?? [];
  if (only === text) return follow(text, resultOf) ?? text;
  return text.replaceAll(REFERENCE, (reference) => {
    const value = follow(reference, resultOf);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : reference;
  });
}

function follow(reference: string, resultOf: ResultOf): unknown {
  const [first = '', ...path] = reference.slice('$result['.length, -1).split('][');
  let value = resultOf(first);
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
