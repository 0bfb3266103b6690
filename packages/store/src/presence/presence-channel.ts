import type { Store } from '../open/open-store.ts';

/**
 * Who reads and who types is told by the notification itself, and stored nowhere: it is over in seconds, and a row for each
 * key that somebody presses would be most of the feed. Whoever was not listening hears it with the next renewal.
 */
export const PRESENCE_CHANNEL = 'domovoy_presence';

/** Below the 8,000 bytes that a notification may have. */
const MOST_BYTES = 1_000;

export async function notifyPresence(store: Store, payload: string): Promise<void> {
  if (Buffer.byteLength(payload) > MOST_BYTES) throw new RangeError('a presence fits into a notification');
  await store.run(`/* notify_presence */ select pg_notify($1, $2)`, [PRESENCE_CHANNEL, payload]);
}
