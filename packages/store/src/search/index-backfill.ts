import type { Store } from '../open/open-store.ts';
import { WRITE_DOCUMENTS } from './document-statement.ts';
import type { SearchedEntity } from './find-documents.ts';
import type { Indexed } from './index-feed.ts';

const TABLES: readonly (readonly [SearchedEntity, string])[] = [
  ['conversation', 'conversations'],
  ['sign_up', 'sign_ups'],
  ['message', 'messages'],
];

/**
 * The feed begins at what is remembered of it, and what is older is read from the tables. So it is with the first start,
 * in another cluster or on another timeline (the feed's epoch), and when nobody followed until rows were forgotten.
 * Documents that are there already are kept, and cost little. It looks at the cursor before it writes: `on conflict` alone
 * would wait for whoever holds the cursor, which is the ordinary case with several processes.
 */
const RESTART = `/* restart_search */
with moved as (
  insert into search_cursors as c (id, epoch, xid, change_id)
  select 1, epoch, coalesce(forgotten_xid, '0'), coalesce(forgotten_id, 0) from feed_epochs e where epoch = $1::int
    and not exists (select from search_cursors k where k.id = 1 and k.epoch = e.epoch
      and (k.xid, k.change_id) >= (coalesce(e.forgotten_xid, '0'), coalesce(e.forgotten_id, 0)))
  on conflict (id) do update set epoch = excluded.epoch, xid = excluded.xid, change_id = excluded.change_id, updated_at = now()
    where c.epoch <> excluded.epoch or (c.xid, c.change_id) < (excluded.xid, excluded.change_id)
  returning 1
)
insert into search_backfills (entity, done_to, up_to)
select entity, 0, last from (values ${TABLES.map(([entity, table]) => `('${entity}', (select max(id) from ${table}))`).join(', ')}) t(entity, last)
where last is not null and exists (select from moved)
on conflict (entity) do update set done_to = 0, up_to = excluded.up_to
returning entity`;

/** Only when it has to be: asked too often, it does nothing. True: there is something older to be read. */
export const restartSearch = async (store: Store, epoch: number): Promise<boolean> =>
  (await store.run(RESTART, [epoch])).length > 0;

const statementOf = ([entity, table]: readonly [SearchedEntity, string]) => `/* index_backfill */
with place as materialized (
  select done_to, up_to from search_backfills where entity = '${entity}' for update skip locked
), page as materialized (
  select r.id from place p cross join lateral (
    select id from ${table} where id > p.done_to and id <= p.up_to order by id limit $1::int
  ) r
), wanted as materialized (
  select '${entity}'::text as entity, id as entity_id from page
), ${WRITE_DOCUMENTS}, moved as (
  update search_backfills b set done_to = (select max(id) from page)
  where b.entity = '${entity}' and (select count(*) from page) = $1::int
), done as (
  delete from search_backfills b using place where b.entity = '${entity}' and (select count(*) from page) < $1::int
)
select (select count(*) from written)::int as written, (select count(*) from page) = $1::int as "hasMore" from place`;

const STATEMENTS = TABLES.map(statementOf);

/** A batch of what is older than the feed. */
export async function indexBackfill(store: Store, limit: number): Promise<Indexed> {
  let written = 0;
  for (const statement of STATEMENTS) {
    const [row] = await store.run<Indexed>(statement, [limit]);
    written += row?.written ?? 0;
    if (row?.hasMore === true) return { written, hasMore: true };
  }
  return { written, hasMore: false };
}

/**
 * Entries of an index of words are gathered before they are sorted in. Done here, and not by whoever adds the one too
 * many in his transaction: this statement writes no row, so the feed does not wait for it.
 */
export async function sortInDocuments(store: Store): Promise<void> {
  await store.run(
    `/* sort_in_documents */ select gin_clean_pending_list('search_documents_messages') +
      gin_clean_pending_list('search_documents_sign_ups') + gin_clean_pending_list('search_documents_conversations')`,
    [],
  );
}
