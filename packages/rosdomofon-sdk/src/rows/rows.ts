import type { z } from 'zod';
import type { ApiResponse, Call, CallOptions } from '../call/call.ts';
import type { Deadline } from '../call/interruption.ts';
import { type FieldIssue, ResponseValidationError } from '../errors.ts';
import { fieldIssues } from '../options.ts';
import { createRowReader, NotRowsError } from './row-reader.ts';

/** A row that is not of the expected shape. */
export interface RowIssue {
  /** From 0; of a page, its place in the page. */
  readonly index: number;
  /** The row's own `id`, when at least that could be read. */
  readonly id: number | string | null;
  readonly issues: readonly FieldIssue[];
}

export interface ListOptions extends CallOptions {
  /** A row of another shape is left out and told here; without this it is a ResponseValidationError. */
  onIssue?: ((issue: RowIssue) => void) | undefined;
}

export interface RowOptions extends ListOptions {
  /**
   * For all of the rows with everything that is done with them. Without it there is no limit for the whole, and the
   * client's `timeoutMs` is one for each wait for the service.
   */
  timeoutMs?: number | undefined;
}

/**
 * A list that the service answers with as a whole, however long it is, read one row at a time: the service is read no
 * faster than the loop goes, and leaving the loop ends the request. Each loop is a new request.
 */
export interface Rows<Row> extends AsyncIterable<Row> {
  /** All of them, in memory. */
  toArray(): Promise<Row[]>;
}

export const createRows = <Row>(iterate: () => AsyncGenerator<Row>): Rows<Row> => ({
  [Symbol.asyncIterator]: iterate,
  async toArray() {
    const rows: Row[] = [];
    for await (const row of iterate()) rows.push(row);
    return rows;
  },
});

/** Runs only while the service is waited for. */
type Clock = Pick<Deadline, 'pause' | 'restart'>;

/** The rows of an answer, each as soon as it is there, checked. */
export async function* readRows<Schema extends z.ZodType>(
  { body }: ApiResponse,
  call: Call,
  schema: Schema,
  { clock, onIssue }: { clock: Clock | undefined; onIssue: RowOptions['onIssue'] },
): AsyncGenerator<z.output<Schema>> {
  const reader = createRowReader();
  let index = 0;
  for await (const chunk of body) {
    clock?.pause();
    for (const row of inWords(call, () => reader.read(chunk))) {
      yield* checkRow(schema, row, index, call, onIssue);
      index += 1;
    }
    clock?.restart();
  }
  inWords(call, () => reader.end());
}

/** The row as it should be, or nothing when it is told as an issue. */
export function checkRow<Schema extends z.ZodType>(
  schema: Schema,
  row: unknown,
  index: number,
  call: Call,
  onIssue: ListOptions['onIssue'],
): z.output<Schema>[] {
  const checked = schema.safeParse(row);
  if (checked.success) return [checked.data];
  const issues = fieldIssues(checked.error);
  if (!onIssue)
    throw new ResponseValidationError(`row ${index} has another shape`, {
      call,
      isJson: true,
      issues,
      meta: { index },
    });
  onIssue({ index, id: idOf(row), issues });
  return [];
}

/** An id is a number, or text without anything in it that could be a person's. */
function idOf(row: unknown): number | string | null {
  const id: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'id') : null;
  if (typeof id === 'number') return id;
  return typeof id === 'string' && /^[\w-]{1,36}$/.test(id) ? id : null;
}

function inWords<T>(call: Call, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotRowsError)
      throw new ResponseValidationError(error.message, { call, isJson: false });
    throw error;
  }
}
