import type { Store } from '../open/open-store.ts';

/** What readers of the feed listen to. The notification carries nothing: it is a wake-up, and they poll as well. */
export const CHANGES_CHANNEL = 'domovoy_changes';

/** After the commit of what changed, never inside: NOTIFY takes a lock at commit for which all would queue. */
export async function notifyChanges(store: Store): Promise<void> {
  await store.run(`/* notify_changes */ select pg_notify($1, '')`, [CHANGES_CHANNEL]);
}
