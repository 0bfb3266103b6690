import type { Store } from '../open/open-store.ts';
import type { changes } from '../schema/change.ts';
import type { FeedPosition } from './cursor.ts';

export interface Change extends FeedPosition {
  readonly companyId: bigint;
  readonly entity: (typeof changes.$inferSelect)['entity'];
  readonly entityId: bigint;
  readonly op: 'added' | 'changed';
}

const END: FeedPosition = { xid: String(2n ** 64n - 1n), id: String(2n ** 63n - 1n) };

/**
 * `order by xid` alone would sort the text column of the same name: "999" after "1000", and rows come twice.
 * Pages of 200: 277 k rows/s, of 1,000: 397 k; an empty page 0.2 ms (an empty statement: 0.1).
 */
const STATEMENT = `/* read_feed_page */
select xid::text, id::text, company_id as "companyId", entity, entity_id as "entityId", op from changes
where (xid, id) > ($1::xid8, $2::bigint) and (xid, id) <= ($3::xid8, $4::bigint)
  and xid < pg_snapshot_xmin(pg_current_snapshot())
order by changes.xid, changes.id limit $5`;

/**
 * What comes after a position, in an order that never changes: rows wait until no transaction is left that could
 * still add one before them. A reader by id alone loses rows of transactions that commit late.
 */
export const readFeedPage = (
  store: Store,
  { after, until = END, limit }: { after: FeedPosition; until?: FeedPosition; limit: number },
): Promise<Change[]> => store.run<Change>(STATEMENT, [after.xid, after.id, until.xid, until.id, limit]);
