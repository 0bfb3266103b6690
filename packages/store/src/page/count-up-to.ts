import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Executor } from '../db.ts';

/** Counts no further than `limit`: a count of everything reads everything. */
export async function countUpTo(
  db: Executor,
  table: PgTable,
  where: SQL | undefined,
  limit: number,
): Promise<number> {
  const counted = db
    .select({ one: sql`1`.as('one') })
    .from(table)
    .where(where)
    .limit(limit)
    .as('counted');
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(counted);
  return row?.count ?? 0;
}

/**
 * The same for rows that fulfil any of the conditions, each of which has an index of its own: with `or` between them
 * none would be used. `column` identifies a row.
 */
export async function countAnyUpTo(
  db: Executor,
  column: PgColumn,
  conditions: readonly SQL[],
  limit: number,
): Promise<number> {
  const [only, ...others] = conditions;
  if (only === undefined) return 0;
  if (others.length === 0) return countUpTo(db, column.table, only, limit);
  const branches = conditions.map(
    (where) => sql`(select ${column} from ${column.table} where ${where} limit ${limit})`,
  );
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from (${sql.join(branches, sql` union `)}) as found limit ${limit}) as counted`);
  return row?.count ?? 0;
}
