import type { Store } from '../open/open-store.ts';
import { FEED_START, type FeedPosition } from './cursor.ts';

/** 0.17 ms: the last entry of the primary key, whatever the size of the table. */
const STATEMENT = `/* feed_head */
select xid::text, id::text from changes where xid < pg_snapshot_xmin(pg_current_snapshot())
order by changes.xid desc, changes.id desc limit 1`;

/** The last readable position now: whoever begins here sees what is yet to come, and nothing else. */
export async function feedHead(store: Store): Promise<FeedPosition> {
  const [head] = await store.run<FeedPosition>(STATEMENT, []);
  return head ?? FEED_START;
}
