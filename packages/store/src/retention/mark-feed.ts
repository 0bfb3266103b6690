import type { Store } from '../open/open-store.ts';

const STATEMENT = `/* mark_feed */
insert into feed_marks (epoch, xid, id)
select $1::int, xid, id from (
  select xid, id from changes where xid < pg_snapshot_xmin(pg_current_snapshot()) order by changes.xid desc, changes.id desc limit 1
) head
where not exists (select from feed_marks where epoch = $1::int and at > now() - $2::float8 * interval '1 ms')`;

/** Notes where the feed stands now, unless that was done within the last `everyMs`. By it rows are forgotten later. */
export async function markFeed(
  store: Store,
  { epoch, everyMs }: { epoch: number; everyMs: number },
): Promise<void> {
  await store.run(STATEMENT, [epoch, everyMs]);
}
