import { setTimeout as wait } from 'node:timers/promises';
import { openFeed } from '../feed/open-feed.ts';
import type { Store } from '../open/open-store.ts';
import { indexBackfill, restartSearch } from '../search/index-backfill.ts';
import { indexFeed } from '../search/index-feed.ts';

const LOOK_AGAIN_MS = 20;

/** Until the documents of the search are up to what is committed now. Whoever writes into another database of the server holds the feed. */
export async function indexEverything(store: Store): Promise<void> {
  const epoch = await openFeed(store);
  const [last] = await store.run<{ xid: string; id: bigint }>(
    `select xid::text as xid, id from changes order by changes.xid desc, changes.id desc limit 1`,
    [],
  );
  for (;;) {
    const told = await indexFeed(store, { epoch, limit: 50 });
    if (told === null) await restartSearch(store, epoch);
    const old = await indexBackfill(store, 50);
    const [place] = await store.run<{ isThere: boolean }>(
      'select (xid, change_id) >= ($1::xid8, $2::bigint) as "isThere" from search_cursors',
      [last?.xid ?? '0', last?.id ?? 0],
    );
    if (place?.isThere === true && told?.hasMore === false && !old.hasMore) return;
    await wait(LOOK_AGAIN_MS);
  }
}
