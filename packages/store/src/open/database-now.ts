import { sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';

/** The database's clock, by which everything is due: those of the processes may be wrong. */
export async function databaseNow(db: Executor): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(sql`/* database_now */ select clock_timestamp() as now`);
  if (row === undefined) throw new TypeError('a clock tells the time');
  return new Date(row.now);
}
