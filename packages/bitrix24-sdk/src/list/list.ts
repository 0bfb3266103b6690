import { z } from 'zod';
import type { ListCommand, ListOptions, ListPage } from '../call/command.ts';
import type { Answer } from '../call/envelope.ts';
import { checkShape } from '../call/read-result.ts';
import type { Runner } from '../call/runner.ts';
import { type FailedCall, ResponseValidationError } from '../errors.ts';

/** One page. */
export async function listPage(
  command: ListCommand,
  { start = 0, ...options }: ListOptions,
  runner: Runner,
): Promise<ListPage<unknown>> {
  const { method, params = {}, row } = command;
  const page = await runner.single(method, { ...params, start }, 'read', options, (answer, call) => {
    const rows = rowsOf(answer, command.rowsAt, call);
    return {
      rows: row ? checkShape(rows, z.array(row), call, 'read') : rows,
      // Uncounted lists answer 0, or nothing.
      total: start === -1 ? undefined : answer.total,
      next: answer.next,
    } satisfies ListPage<unknown>;
  });
  return page as ListPage<unknown>;
}

/** The rows stand in `result` itself, or in its only list (`items`, `products`). */
export function rowsOf({ result }: Answer, rowsAt: string | undefined, call: FailedCall): unknown[] {
  const rows = rowsAt === undefined ? rowsFound(result) : place(result, rowsAt);
  if (Array.isArray(rows)) return rows;
  throw new ResponseValidationError(`there is no list${rowsAt === undefined ? '' : ` in ${rowsAt}`}`, {
    call: { method: call.method, attempt: call.attempt },
    isJson: true,
  });
}

function rowsFound(result: unknown): unknown {
  const name = placeOfRows(result);
  return name === undefined ? result : place(result, name);
}

const place = (result: unknown, name: string): unknown =>
  // An object without anything in it is a list: an empty one.
  Array.isArray(result) && result.length === 0
    ? result
    : typeof result === 'object' && result !== null
      ? Reflect.get(result, name)
      : undefined;

/** Nothing when they are the result itself. */
export function placeOfRows(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return undefined;
  const lists = Object.entries(result).filter(([, value]) => Array.isArray(value));
  return lists.length === 1 ? lists[0]?.[0] : undefined;
}
