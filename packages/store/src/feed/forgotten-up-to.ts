import type { Store } from '../open/open-store.ts';
import { FEED_START, type FeedPosition } from './cursor.ts';

const STATEMENT = `/* forgotten_up_to */
select forgotten_xid::text as xid, forgotten_id::text as id from feed_epochs
where forgotten_xid is not null and epoch = (select max(epoch) from feed_epochs)`;

/**
 * Everything up to here may be gone from the feed. Asked after a page was read: a place before it has missed something.
 */
export async function forgottenUpTo(store: Store): Promise<FeedPosition> {
  const [row] = await store.run<FeedPosition>(STATEMENT, []);
  return row ?? FEED_START;
}
