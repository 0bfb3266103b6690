import type { Store } from '../open/open-store.ts';

/** What the owners of integrations listen to. Carries nothing: it is a wake-up, and they poll as well. */
export const SYNC_RUNS_CHANNEL = 'domovoy_sync_runs';

/** After the commit of what they should look at. */
export async function notifySyncRuns(store: Store): Promise<void> {
  await store.run(`/* notify_sync_runs */ select pg_notify($1, '')`, [SYNC_RUNS_CHANNEL]);
}
