import type { Store } from '../open/open-store.ts';
import { WRITE_DOCUMENTS } from './document-statement.ts';

export interface Indexed {
  /** Is there more to do at once? */
  readonly hasMore: boolean;
  readonly written: number;
}

/** Changes of other things are passed over, but no more of them in one statement. */
const MOST_CHANGES = 5_000;

/**
 * The documents of what the feed tells next, and how far that is, in one transaction: killed at any moment, nothing is
 * left out; and of several processes one at a time does it (`skip locked`), each going on where the last one stopped. No
 * row: somebody else does, or the cursor is of another feed.
 */
const STATEMENT = `/* index_feed */
with place as materialized (
  select c.xid, c.change_id from search_cursors c join feed_epochs e on e.epoch = c.epoch
  where c.id = 1 and c.epoch = $1::int
    and (c.xid, c.change_id) >= (coalesce(e.forgotten_xid, '0'), coalesce(e.forgotten_id, 0))
  for update of c skip locked
), page as materialized (
  select f.* from place p cross join lateral (
    select xid, id, entity, entity_id, op from changes
    where (xid, id) > (p.xid, p.change_id) and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by changes.xid, changes.id limit ${MOST_CHANGES}
  ) f
), told as materialized (
  select xid, id, entity, entity_id from page
  where entity in ('sign_up', 'conversation') or (entity = 'message' and op = 'added')
  order by page.xid, page.id limit $2::int
), wanted as materialized (
  select distinct entity, entity_id from told
), ${WRITE_DOCUMENTS}, stop as materialized (
  select s.xid, s.id from (
    (select xid, id from told order by told.xid desc, told.id desc limit case when (select count(*) from told) = $2::int then 1 else 0 end)
    union all
    (select xid, id from page order by page.xid desc, page.id desc limit 1)
  ) s limit 1
), moved as (
  update search_cursors c set xid = stop.xid, change_id = stop.id, updated_at = now() from stop where c.id = 1
)
select (select count(*) from written)::int as written,
  (select count(*) from told) = $2::int or (select count(*) from page) = ${MOST_CHANGES} as "hasMore"
from place`;

/** Null: nothing was done. `limit` bounds how long the transaction holds the feed. */
export async function indexFeed(
  store: Store,
  { epoch, limit }: { epoch: number; limit: number },
): Promise<Indexed | null> {
  const [row] = await store.run<Indexed>(STATEMENT, [epoch, limit]);
  return row ?? null;
}
