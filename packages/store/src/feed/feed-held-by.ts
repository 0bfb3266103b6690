import type { Store } from '../open/open-store.ts';

/** The longest transaction that has written and not ended: until it does, nothing after it is readable. */
export interface FeedHolder {
  readonly pid: number;
  /** Also one in another database of the cluster. */
  readonly database: string | null;
  readonly applicationName: string;
  readonly state: string | null;
  readonly seconds: number;
}

/** 0.5 ms. */
const STATEMENT = `/* feed_held_by */
select pid, datname as database, application_name as "applicationName", state,
  extract(epoch from clock_timestamp() - xact_start)::float8 as seconds
from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid() order by xact_start limit 1`;

/** For a metric with an alert. Null: nobody holds the feed back. Read-only transactions have no id and never do. */
export async function feedHeldBy(store: Store): Promise<FeedHolder | null> {
  const [holder] = await store.run<FeedHolder>(STATEMENT, []);
  return holder ?? null;
}
