import { DomovoyError } from '@domovoy/models';
import { and, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** A request for some rows of a list, starting behind (or, `inclusive`, at) the row whose key is `cursor`. */
export interface KeysetPage {
  readonly direction: 'forward' | 'backward';
  readonly limit: number;
  readonly cursor: string | null;
  readonly inclusive?: boolean;
}

/** Rows in the order of the list, whatever the direction in which they were read. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Are there more rows in the direction of reading? */
  readonly hasMore: boolean;
}

/** By which columns a list is ordered. Together they are unique, so that a key names one place. */
export interface Keyset {
  readonly columns: readonly PgColumn[];
  readonly order: 'asc' | 'desc';
  /**
   * When the index has something coarser than the first column, which rises with it: rows are found by this column and
   * then sorted, those of one value at a time.
   */
  readonly coarse?: { readonly column: PgColumn; readonly of: (first: SQL) => SQL };
}

class InvalidKeyError extends DomovoyError {
  constructor() {
    super('The key of a page does not fit the list.', { code: 'INVALID_KEY' });
  }
}

/** The row's key as text. Times keep their microseconds, which a Date would drop: rows would come twice. */
export const keyOf = (keyset: Keyset) =>
  sql<string>`concat_ws('|', ${sql.join(
    keyset.columns.map((column) => sql`${column}::text`),
    sql`, `,
  )})`;

const PATTERNS: Readonly<Record<string, RegExp>> = {
  'timestamp with time zone': /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d){0,2}( BC)?$/,
  bigint: /^\d{1,18}$/,
  integer: /^\d{1,9}$/,
};

/** The values of a key, as text. */
export function keyParts(keyset: Keyset, key: string): string[] {
  const parts = key.split('|');
  if (parts.length !== keyset.columns.length) throw new InvalidKeyError();
  for (const [i, column] of keyset.columns.entries())
    if (PATTERNS[column.getSQLType()]?.test(parts[i] ?? '') !== true) throw new InvalidKeyError();
  return parts;
}

/** The values, or placeholders for them, with the types of their columns. */
const typed = (keyset: Keyset, parts: readonly (string | Placeholder)[]): SQL[] =>
  keyset.columns.map((column, i) => sql`${parts[i]}::${sql.raw(column.getSQLType())}`);

const runsDown = (keyset: Keyset, page: KeysetPage) =>
  (keyset.order === 'desc') === (page.direction === 'forward');

/**
 * A condition that another one, on the coarser column, implies nearly. The planner would take the two for independent,
 * expect hardly any row, and read and sort all of a range for one page of it.
 */
export const unestimated = (condition: SQL): SQL => sql`nullif(${condition}, false) is not null`;

/**
 * Row comparison, which an index on the same columns answers without reading what lies before. `given`: placeholders for
 * the key of a page that has one.
 */
export function keysetBound(
  keyset: Keyset,
  page: KeysetPage,
  given?: readonly Placeholder[],
): SQL | undefined {
  if (page.cursor === null) return undefined;
  const direction = sql.raw(runsDown(keyset, page) ? '<' : '>');
  const operator = page.inclusive === true ? sql`${direction}=` : direction;
  const columns = sql.join([...keyset.columns], sql`, `);
  const key = typed(keyset, given ?? keyParts(keyset, page.cursor));
  const exact = sql`(${columns}) ${operator} (${sql.join(key, sql`, `)})`;
  const { coarse } = keyset;
  if (!coarse || !key[0]) return exact;
  return sql`${coarse.column} ${direction}= ${coarse.of(key[0])} and ${unestimated(exact)}`;
}

export const keysetOrder = (keyset: Keyset, page: KeysetPage): SQL[] => {
  const direction = sql.raw(runsDown(keyset, page) ? 'desc' : 'asc');
  const columns = keyset.coarse ? [keyset.coarse.column, ...keyset.columns] : keyset.columns;
  return columns.map((column) => sql`${column} ${direction}`);
};

/**
 * The rows of a page that fulfil any of the conditions. With several of them each gives its own first rows out of
 * an index that begins with what the condition fixes (a state), and only those few are sorted: one condition with
 * `state in (…)` would have to sort all of them. `column` identifies a row.
 */
export function keysetWhere(
  column: PgColumn,
  keyset: Keyset,
  conditions: readonly SQL[],
  page: KeysetPage,
): SQL {
  const bound = keysetBound(keyset, page);
  const [only, ...others] = conditions.map((condition) => and(condition, bound) ?? condition);
  if (only === undefined) return sql`false`;
  if (others.length === 0) return only;
  const order = sql.join(keysetOrder(keyset, page), sql`, `);
  const branches = [only, ...others].map(
    (where) =>
      sql`(select ${column} from ${column.table} where ${where} order by ${order} limit ${rowsToRead(page)})`,
  );
  // An array, not `in (…)`, for which the planner reads the whole table and hashes it.
  return sql`${column} = any(array(${sql.join(branches, sql` union all `)}))`;
}

/** Statements ask for one row more than the page holds; that row only says that there is more. */
export const rowsToRead = (page: KeysetPage) => page.limit + 1;

export function toPage<Row>(read: readonly Row[], page: KeysetPage): Page<Row> {
  const rows = read.slice(0, page.limit);
  return { rows: page.direction === 'forward' ? rows : rows.toReversed(), hasMore: read.length > page.limit };
}
