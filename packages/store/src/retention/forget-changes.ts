import type { Store } from '../open/open-store.ts';

/**
 * The newest mark that is old enough says up to where; the row at the mark stays, so that the feed's head never goes
 * back. Where the forgotten part ends is written with the deletion: a reader who finds his place before that has missed
 * something. Rows go in their order, so that nothing behind that end is missing.
 */
const STATEMENT = `/* forget_changes */
with mark as materialized (
  select at, xid, id from feed_marks
  where epoch = $1::int and at < now() - $2::float8 * interval '1 day' order by at desc limit 1
), page as materialized (
  select c.xid, c.id from changes c where (c.xid, c.id) < ((select xid from mark), (select id from mark))
  order by c.xid, c.id limit $3::int
), noted as (
  update feed_epochs e set forgotten_xid = l.xid, forgotten_id = l.id
  from (select xid, id from page order by page.xid desc, page.id desc limit 1) l where e.epoch = $1::int
), gone as (
  delete from changes c using page p where c.xid = p.xid and c.id = p.id returning 1
), marks as (
  delete from feed_marks m using mark where m.epoch <> $1::int or m.at < mark.at
)
select count(*)::int as count from gone`;

/** Forgets up to `limit` rows of the feed that are older than so many days; how many it were. */
export async function forgetChanges(
  store: Store,
  { epoch, olderThanDays, limit }: { epoch: number; olderThanDays: number; limit: number },
): Promise<number> {
  const [row] = await store.run<{ count: number }>(STATEMENT, [epoch, olderThanDays, limit]);
  return row?.count ?? 0;
}
