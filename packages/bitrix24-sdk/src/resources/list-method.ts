import { z } from 'zod';
import type { Bitrix24Calls } from '../call/calls.ts';
import type {
  CallOptions,
  IterateOptions,
  ListCommand,
  ListOptions,
  ListPage,
  Rows,
} from '../call/command.ts';
import { ResponseValidationError } from '../errors.ts';
import { check } from '../options.ts';
import { type Args, type TypedCommand, withoutAbsent } from './method.ts';

/** A method that answers with rows. */
export interface ListEndpoint<Params extends z.ZodType, Row extends z.ZodType> {
  operation: string;
  method: string;
  params: Params;
  wire?: (params: z.output<Params>) => object;
  row: Row;
  /** Where the rows stand in `result`; it is the rows when absent. */
  rowsAt?: string;
  idField?: string;
}

export type RowsAnswer<Row extends z.ZodType> = z.ZodType<z.output<Row>[]>;

/** One page of at most 50 rows. `start: -1` does not count all rows, which is far quicker. */
export interface ListMethod<Params, Row extends z.ZodType> {
  (...args: Args<Params, ListOptions>): Promise<ListPage<z.output<Row>>>;
  /** The first page for `batch`, or the one that begins at `start`. */
  readonly command: (...args: Args<Params, Pick<ListOptions, 'start'>>) => TypedCommand<RowsAnswer<Row>>;
}

/** All rows, by id, up to 2,500 a request. */
export type IterateMethod<Params, Row extends z.ZodType> = (
  ...args: Args<Params, IterateOptions>
) => Rows<z.output<Row>>;

export function createList<Params extends z.ZodType, Row extends z.ZodType>(
  calls: Bitrix24Calls,
  endpoint: ListEndpoint<Params, Row>,
) {
  const build = (given: unknown) => buildList(endpoint, given);
  const answer = rowsAnswer(endpoint);
  const list = async (params: unknown, options?: ListOptions) => calls.list(build(params), options);
  const command = (params: unknown, { start }: Pick<ListOptions, 'start'> = {}) => {
    const built = build(params);
    return {
      method: built.method,
      params: withoutAbsent({ ...built.params, start }),
      answer,
      effect: 'read',
    };
  };
  const iterate = (params: unknown, options?: IterateOptions) => calls.iterate(build(params), options);
  return {
    list: Object.assign(list, { command }) as unknown as ListMethod<z.input<Params>, Row>,
    iterate: iterate as unknown as IterateMethod<z.input<Params>, Row>,
  };
}

/** A dictionary of a few rows that cannot be read by id: page after page, in one list. */
export function createDictionary<Params extends z.ZodType, Row extends z.ZodType>(
  calls: Bitrix24Calls,
  endpoint: ListEndpoint<Params, Row>,
): (...args: Args<z.input<Params>, CallOptions>) => Promise<z.output<Row>[]> {
  return async (params?: unknown, options?: CallOptions) => {
    const command = buildList(endpoint, params);
    const all: z.output<Row>[] = [];
    let start = 0;
    for (;;) {
      const { rows, next } = await calls.list(command, { ...options, start });
      all.push(...rows);
      if (next === undefined) return all;
      // A portal that gives the same page for every number would be read for ever.
      if (next <= start)
        throw new ResponseValidationError(`the page behind row ${start} begins at row ${next}`, {
          isJson: true,
          meta: { method: endpoint.method },
        });
      start = next;
    }
  };
}

function buildList<Params extends z.ZodType, Row extends z.ZodType>(
  { operation, method, params: schema, wire, row, rowsAt, idField }: ListEndpoint<Params, Row>,
  given: unknown,
): ListCommand<Row> {
  const params = check(schema, given ?? {}, operation);
  return {
    method,
    params: withoutAbsent(wire ? wire(params) : (params as object)),
    row,
    ...(rowsAt !== undefined && { rowsAt }),
    ...(idField !== undefined && { idField }),
  };
}

function rowsAnswer<Row extends z.ZodType>({ row, rowsAt }: { row: Row; rowsAt?: string }): RowsAnswer<Row> {
  const rows = z.array(row);
  if (rowsAt === undefined) return rows;
  // An empty result is an empty list, whatever it would hold otherwise.
  return z
    .union([z.array(z.never()).transform(() => ({ [rowsAt]: [] })), z.looseObject({ [rowsAt]: rows })])
    .transform((result) => (result as Record<string, unknown>)[rowsAt]) as unknown as RowsAnswer<Row>;
}
