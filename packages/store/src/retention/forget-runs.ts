import type { Store } from '../open/open-store.ts';

interface Old {
  readonly olderThanDays: number;
  readonly limit: number;
}

/**
 * By id, which is by age. Of each integration the last full run that ended stays, by which the next one is due, and the
 * last one that was completed, which says how old the mirror is.
 */
const SYNC_RUNS = `/* forget_sync_runs */
with page as materialized (
  select id from sync_runs r
  where finished_at < now() - $1::float8 * interval '1 day'
    and not (kind = 'full' and id in (
      (select max(id) from sync_runs l where l.integration_id = r.integration_id and l.kind = 'full' and l.finished_at is not null),
      (select max(id) from sync_runs c where c.integration_id = r.integration_id and c.kind = 'full' and c.state = 'completed')
    ))
  order by id limit $2::int
), gone as (
  delete from sync_runs r where r.id = any(array(select id from page)) returning r.id
), counts as (
  delete from sync_run_counts where run_id = any(array(select id from gone))
)
select count(*)::int as count from gone`;

const JOBS = `/* forget_jobs */
with gone as (
  delete from jobs where id = any(array(
    select id from jobs where finished_at < now() - $1::float8 * interval '1 day' order by id limit $2::int
  )) returning 1
)
select count(*)::int as count from gone`;

const forget =
  (statement: string) =>
  async (store: Store, { olderThanDays, limit }: Old): Promise<number> => {
    const [row] = await store.run<{ count: number }>(statement, [olderThanDays, limit]);
    return row?.count ?? 0;
  };

/** Forgets up to `limit` runs of the mirror that ended so many days ago; how many it were. */
export const forgetSyncRuns = forget(SYNC_RUNS);

/** The same of jobs. */
export const forgetJobs = forget(JOBS);
