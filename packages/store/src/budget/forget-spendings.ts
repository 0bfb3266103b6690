import type { Store } from '../open/open-store.ts';

/**
 * Processes write these rows every second: one that somebody holds is in use, and waiting for it could end in a circle.
 * Of one that was written since the statement began the lock asks the age again.
 */
const STATEMENT = `/* forget_spendings */
with gone as (
  delete from budget_spendings where caller = any(array(
    select caller from budget_spendings where at < now() - $1::float8 * interval '1 day'
    order by caller limit $2::int for update skip locked
  )) returning 1
)
select count(*)::int as count from gone`;

/** Forgets up to `limit` callers of whom nothing was heard for so many days; how many it were. */
export async function forgetSpendings(
  store: Store,
  { olderThanDays, limit }: { olderThanDays: number; limit: number },
): Promise<number> {
  const [row] = await store.run<{ count: number }>(STATEMENT, [olderThanDays, limit]);
  return row?.count ?? 0;
}
