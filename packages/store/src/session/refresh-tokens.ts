import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import type { Store } from '../open/open-store.ts';
import { refreshTokens } from '../schema/person.ts';

export async function insertRefreshToken(
  db: Executor,
  given: { tokenHash: string; sessionId: bigint },
): Promise<void> {
  await db.insert(refreshTokens).values(given);
}

export async function findRefreshToken(
  db: Executor,
  tokenHash: string,
): Promise<{ readonly sessionId: bigint } | null> {
  const [row] = await db
    .select({ sessionId: refreshTokens.sessionId })
    .from(refreshTokens)
    .where(eq(refreshTokens.tokenHash, tokenHash));
  return row ?? null;
}

/** With the session locked. False: it was used before. */
export async function useRefreshToken(db: Executor, tokenHash: string): Promise<boolean> {
  const used = await db
    .update(refreshTokens)
    .set({ usedAt: sql`now()` })
    .where(and(eq(refreshTokens.tokenHash, tokenHash), isNull(refreshTokens.usedAt)))
    .returning({ sessionId: refreshTokens.sessionId });
  return used.length > 0;
}

/** Was it used within the last moments? Two tabs of one browser ask at once, with one cookie. */
export async function wasUsedJustNow(db: Executor, tokenHash: string, withinMs: number): Promise<boolean> {
  const [row] = await db
    .select({
      is: sql<boolean>`${refreshTokens.usedAt} > now() - ${withinMs} * interval '1 millisecond'`,
    })
    .from(refreshTokens)
    .where(eq(refreshTokens.tokenHash, tokenHash));
  return row?.is === true;
}

const FORGET = `/* forget_sessions */
with gone as (
  delete from sessions where id = any(array(
    select id from sessions where expires_at < now() - $1::float8 * interval '1 day' order by expires_at limit $2::int
  )) returning 1
), attempts as (
  delete from sign_in_attempts where window_started_at < now() - interval '1 day'
)
select count(*)::int as count from gone`;

/** Forgets up to `limit` sessions that could not be used any more so many days ago, with their tokens; how many it were. */
export async function forgetSessions(
  store: Store,
  { olderThanDays, limit }: { readonly olderThanDays: number; readonly limit: number },
): Promise<number> {
  const [row] = await store.run<{ count: number }>(FORGET, [olderThanDays, limit]);
  return row?.count ?? 0;
}
