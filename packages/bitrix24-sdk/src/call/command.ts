import type { z } from 'zod';
import type { FieldIssue } from '../errors.ts';

/** `read` changes nothing; `repeatable` may be done twice with the effect of once; `creation` may not. */
export type Effect = 'read' | 'repeatable' | 'creation';

/** Who goes first when calls wait for the limits of the portal. */
export const LANES = ['chat', 'normal', 'backfill'] as const;
export type Lane = (typeof LANES)[number];

/** A call of the API that can be sent by itself or in a batch. */
export interface Command<Answer extends z.ZodType = z.ZodType> {
  /** Exactly as documented: `crm.item.add`. */
  readonly method: string;
  readonly params?: object | undefined;
  /** The shape of `result`; without it, it is handed over as it came. */
  readonly answer?: Answer | undefined;
  /** By the method's name when absent: `…get`, `.list`, `.fields`, `find…` are reads, everything else creates. */
  readonly effect?: Effect | undefined;
}

/** A list whose rows are checked. */
export interface ListCommand<Row extends z.ZodType = z.ZodType> {
  readonly method: string;
  readonly params?: object | undefined;
  readonly row?: Row | undefined;
  /** Where the rows stand in `result`: `items`. Found by itself when absent. */
  readonly rowsAt?: string | undefined;
  /** The id of a row: `id` for `crm.item.*` and `catalog.*`, else `ID`. */
  readonly idField?: string | undefined;
  /** How the id is called in `filter` and `order`, where that differs (`tasks.task.list`: `ID`). */
  readonly filterField?: string | undefined;
}

export interface CallOptions {
  /** Ends the call with an AbortError. */
  signal?: AbortSignal | undefined;
  /** For the whole call, with waiting and repeats; that of the client when absent. */
  timeoutMs?: number | undefined;
  lane?: Lane | undefined;
  /** While it waits for the limits it may join a batch with others. That of the client when absent. */
  gather?: boolean | undefined;
  /** A call that changes something may be done twice with the effect of once: it is repeated like a read. */
  idempotent?: boolean | undefined;
}

export interface ListOptions extends CallOptions {
  /** The first row, a multiple of 50; −1: without counting all rows, which is far quicker. */
  start?: number | undefined;
}

export interface ListPage<Row> {
  readonly rows: Row[];
  /** How many there are in all, unless they were not counted. */
  readonly total: number | undefined;
  /** `start` of the next page; absent on the last one. */
  readonly next: number | undefined;
}

/** A row that is not of the expected shape. */
export interface RowIssue {
  readonly id: string;
  readonly issues: readonly FieldIssue[];
}

export interface IterateOptions extends CallOptions {
  /** Goes on behind this id. */
  after?: number | string | undefined;
  /** How many pages of 50 rows one request may bring. */
  maxPagesPerRequest?: number | undefined;
  /** A row of another shape is left out and told here; without this it is a ResponseValidationError. */
  onIssue?: ((issue: RowIssue) => void) | undefined;
}

/** A list of any length in the order of ids. Each loop begins anew. */
export interface Rows<Row> extends AsyncIterable<Row> {
  /** The rows of each request together, for whoever works on many at a time. */
  pages(): AsyncIterable<Row[]>;
  /** All of them, in memory. */
  toArray(): Promise<Row[]>;
}
