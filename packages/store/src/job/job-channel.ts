import type { Store } from '../open/open-store.ts';

/** What workers listen to. Carries nothing: it is a wake-up, and they poll as well. */
export const JOBS_CHANNEL = 'domovoy_jobs';

/** After the commit of what they should look at. */
export async function notifyJobs(store: Store): Promise<void> {
  await store.run(`/* notify_jobs */ select pg_notify($1, '')`, [JOBS_CHANNEL]);
}
