import { parse } from 'qs';

/** A command of a batch, as it arrives: `crm.item.get?entityTypeId=3&id=7`. */
export function readCommand(command: string): { method: string; params: Record<string, unknown> } {
  const at = command.indexOf('?');
  if (at < 0) return { method: command, params: {} };
  return {
    method: command.slice(0, at),
    params: parse(command.slice(at + 1), { depth: 20, arrayLimit: 1_000 }),
  };
}

/**
 * `$result[contact][item][id]` by what it leads to in the results so far. One that leads nowhere stays as it is written,
 * as at a portal.
 */
export function resolveReferences(value: unknown, results: Readonly<Record<string, unknown>>): unknown {
  if (typeof value === 'string')
    return value.replace(/\$result((?:\[[^\]]+\])+)/g, (written, path: string) => {
      let at: unknown = results;
      for (const [, key = ''] of path.matchAll(/\[([^\]]+)\]/g))
        at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
      return typeof at === 'string' || typeof at === 'number' ? String(at) : written;
    });
  if (Array.isArray(value)) return value.map((one) => resolveReferences(one, results));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, resolveReferences(one, results)]),
  );
}

/** PHP writes an empty map as an empty list. */
export const phpMap = (map: Readonly<Record<string, unknown>>) => (Object.keys(map).length > 0 ? map : []);
