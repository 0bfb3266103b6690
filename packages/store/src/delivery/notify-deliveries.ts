import type { Store } from '../open/open-store.ts';

/** What the owners of integrations listen to. */
export const DELIVERIES_CHANNEL = 'domovoy_deliveries';

/** Postgres refuses 8,000 bytes. */
const MOST_IDS = 300;

/**
 * After the commit of new deliveries, never inside: NOTIFY takes a lock at commit for which all would queue. Only a
 * wake-up: the owners poll as well. It names the integrations, so that of a thousand owned ones only these are asked
 * for; naming none means all.
 */
export async function notifyDeliveries(store: Store, integrationIds: Iterable<bigint>): Promise<void> {
  const ids = [...new Set(integrationIds)];
  const payload = ids.length > MOST_IDS ? '' : ids.join();
  await store.run('/* notify_deliveries */ select pg_notify($1, $2)', [DELIVERIES_CHANNEL, payload]);
}

/** The integrations that a notification names; null: any of them. */
export const notifiedIntegrations = (payload: string): bigint[] | null =>
  /^\d+(,\d+)*$/.test(payload) ? payload.split(',').map(BigInt) : null;
