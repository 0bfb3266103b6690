import { eq, sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { signInAttempts } from '../schema/person.ts';

export interface Attempt {
  /** With this one. */
  readonly attempts: number;
  /** Until they are counted from zero again. */
  readonly windowEndsInMs: number;
}

/** Counts one more, in one statement: so many at once, from any process, are so many. */
export async function countAttempt(db: Executor, key: string, windowMs: number): Promise<Attempt> {
  const [row] = await db.execute<{ attempts: number; left: number }>(sql`/* count_sign_in_attempt */
    insert into sign_in_attempts as a (key, attempts) values (${key}, 1)
    on conflict (key) do update set
      attempts = case when a.window_started_at <= now() - ${windowMs} * interval '1 millisecond' then 1 else a.attempts + 1 end,
      window_started_at = case when a.window_started_at <= now() - ${windowMs} * interval '1 millisecond' then now() else a.window_started_at end
    returning attempts,
      ceil(extract(epoch from window_started_at - now()) * 1000 + ${windowMs})::int as left`);
  if (row === undefined) throw new TypeError('an upsert returns its row');
  return { attempts: row.attempts, windowEndsInMs: row.left };
}

/** Of one that was right: it takes nothing from the others behind the same address. */
export async function takeAttemptBack(db: Executor, key: string): Promise<void> {
  await db
    .update(signInAttempts)
    .set({ attempts: sql`greatest(0, ${signInAttempts.attempts} - 1)` })
    .where(eq(signInAttempts.key, key));
}

export async function forgetAttempts(db: Executor, key: string): Promise<void> {
  await db.delete(signInAttempts).where(eq(signInAttempts.key, key));
}
