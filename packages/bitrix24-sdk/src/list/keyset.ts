import { encodeParams } from '../batch/encode-params.ts';
import { keyAt } from '../batch/read-batch.ts';
import { Reference } from '../batch/reference.ts';
import type { ListCommand } from '../call/command.ts';
import type { BatchCommand } from '../call/wire-job.ts';
import { ConfigurationError, StalledCursorError } from '../errors.ts';
import { kindOfCall } from '../limits/kind-of-call.ts';

/** The portal's own size of a page. */
export const ROWS_PER_PAGE = 50;

/** How a list is read by id: everything behind the last one seen (facts §3). */
export interface Keyset {
  readonly method: string;
  /** In rows. */
  readonly idField: string;
  /** In `filter` and `order`. */
  readonly filterField: string;
  /** Everything but the cursor. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly filter: Readonly<Record<string, unknown>>;
  /** Behind which id it begins. */
  readonly after: string;
}

const IN_LOWER_CASE = /^(crm\.item|catalog)\./i;

export function keysetOf(command: ListCommand, after: number | string | undefined): Keyset {
  const { method } = command;
  const idField = command.idField ?? (IN_LOWER_CASE.test(method) ? 'id' : 'ID');
  const filterField = command.filterField ?? idField;
  const { filter = {}, order, start, select, ...params } = { ...command.params } as Record<string, unknown>;
  if (order !== undefined || start !== undefined)
    throw new ConfigurationError(
      `${method}: iterate reads in the order of ids: it takes no order and no start`,
    );
  const { [`>${filterField}`]: from, ...rest } = filter as Record<string, unknown>;
  const cursor = after ?? (from as number | string | undefined) ?? 0;
  if (!/^\d+$/.test(String(cursor)))
    throw new ConfigurationError(`${method}: expected an id to go on behind`);
  return {
    method,
    idField,
    filterField,
    params: { ...params, ...(select !== undefined && { select: withId(select, idField) }) },
    filter: rest,
    after: String(cursor),
  };
}

/** Without its id a row is no place to go on from. */
const withId = (select: unknown, idField: string): unknown =>
  Array.isArray(select) && !select.includes('*') && !select.some((field) => field === idField)
    ? [idField, ...(select as unknown[])]
    : select;

export const pageParams = ({ params, filter, filterField }: Keyset, cursor: string | Reference): object => ({
  ...params,
  filter: { ...filter, [`>${filterField}`]: cursor },
  order: { [filterField]: 'ASC' },
  // Uncounted: a count of all rows takes hundreds of times longer than a page.
  start: -1,
});

/** Pages one behind the other: the commands of a request that begins behind the cursor. */
export type Chain = (cursor: string, pages: number) => readonly BatchCommand[];

/** All pages but the first are asked for in the same words in every request: they are written once. */
export function chainOf(keyset: Keyset, rowsAt: string | undefined): Chain {
  const last = [...(rowsAt === undefined ? [] : [rowsAt]), ROWS_PER_PAGE - 1, keyset.idField];
  const kind = kindOfCall(keyset.method, keyset.params);
  const page = (index: number, behind: string | Reference): BatchCommand => {
    const { query, problems } = encodeParams(
      pageParams(keyset, behind),
      ({ name, path }) => `$result[${[name, ...path].join('][')}]`,
    );
    if (query === undefined) throw new ConfigurationError(`${keyset.method}: ${problems?.join('; ')}`);
    return { key: keyAt(index), method: keyset.method, kind, query, isWrite: false };
  };
  const written: BatchCommand[] = [];
  return (cursor, pages) => {
    while (written.length < pages - 1)
      written.push(page(written.length + 1, new Reference(keyAt(written.length), last)));
    return [page(0, cursor), ...written.slice(0, pages - 1)];
  };
}

/** The last page, backwards: where the list ends. */
export function endOf({ method, idField, filterField, params, filter }: Keyset, index: number): BatchCommand {
  const backwards = { ...params, select: [idField], filter, order: { [filterField]: 'DESC' }, start: -1 };
  const { query = '' } = encodeParams(
    Object.keys(filter).length > 0 ? backwards : { ...backwards, filter: undefined },
    () => '',
  );
  return { key: keyAt(index), method, kind: kindOfCall(method, params), query, isWrite: false };
}

/** The last row's id, when all of them come after the cursor and one after the other. */
export function lastId({ method, idField }: Keyset, cursor: string, rows: readonly unknown[]): string {
  let last = cursor;
  for (const row of rows) {
    const id = idOf(row, idField);
    if (!/^\d+$/.test(id))
      throw new StalledCursorError(method, { cursor: last, found: `a row without ${idField}` });
    if (!isGreater(id, last)) throw new StalledCursorError(method, { cursor: last, found: id });
    last = id;
  }
  return last;
}

export const isBehind = ({ idField }: Keyset, cursor: string, row: unknown): boolean =>
  isGreater(idOf(row, idField), cursor);

const idOf = (row: unknown, idField: string): string =>
  String(typeof row === 'object' && row !== null ? Reflect.get(row, idField) : undefined);

/** Of whole numbers of any length. */
export const isGreater = (one: string, other: string): boolean =>
  one.length === other.length ? one > other : one.length > other.length;
