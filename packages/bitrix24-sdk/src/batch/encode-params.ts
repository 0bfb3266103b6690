import qs from 'qs';
import { Reference } from './reference.ts';

/** Parameters as a query string, encoded once, or why they are none. */
export type Encoded =
  | { readonly query: string; readonly problems?: undefined }
  | { readonly query?: undefined; readonly problems: readonly string[] };

/** How a reference stands on the wire, or the value that is known already. */
export type Resolve = (reference: Reference) => string;

/**
 * In a batch, parameters are text (facts §4): what cannot be told from text there is refused instead of changed.
 * `problems` name fields, never values.
 */
export function encodeParams(params: object, resolve: Resolve): Encoded {
  const problems: string[] = [];
  const tree = asText(params, [], { resolve, problems });
  if (problems.length > 0) return { problems };
  // Brackets and all: what the portal's own clients send, and what no parser takes for something else.
  return { query: qs.stringify(tree, { arrayFormat: 'indices' }) };
}

interface Walk {
  resolve: Resolve;
  problems: string[];
}

function asText(value: unknown, path: readonly string[], walk: Walk): unknown {
  if (value instanceof Reference) return walk.resolve(value);
  const plain = toJson(value);
  if (plain === undefined) return undefined;
  if (typeof plain === 'object' && plain !== null) return treeOf(plain, path, walk);
  const problem = problemOf(plain);
  if (problem) walk.problems.push(`${path.join('.')}: ${problem}`);
  return problem ? undefined : `${plain as string | number | bigint}`;
}

function treeOf(value: object, path: readonly string[], walk: Walk): unknown {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0 && path.length > 0) {
    walk.problems.push(`${path.join('.')}: a batch cannot carry an empty list or object`);
    return undefined;
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, asText(item, [...path, key], walk)]));
}

const toJson = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function'
    ? (value.toJSON() as unknown)
    : value;

function problemOf(value: unknown): string | undefined {
  if (value === null) return "a batch cannot carry null; '' empties a field";
  if (typeof value === 'boolean') return "a batch cannot carry true and false; write 'Y' and 'N', or 1 and 0";
  if (typeof value === 'number' && !Number.isFinite(value)) return 'no finite number';
  if (typeof value === 'function' || typeof value === 'symbol') return 'no value of JSON';
  // The portal would put the result of another command in its place.
  if (typeof value === 'string' && /\$result\s*(\[|%5b)/i.test(value))
    return 'a batch cannot carry "$result["';
  return undefined;
}
