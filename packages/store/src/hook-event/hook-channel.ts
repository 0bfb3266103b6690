import type { Store } from '../open/open-store.ts';

/** What the owners of integrations listen to for events that came by web hook. */
export const HOOKS_CHANNEL = 'domovoy_hooks';

/** After the commit. Only a wake-up that names the integration: owners look by themselves as well. */
export async function notifyHooks(store: Store, integrationId: bigint): Promise<void> {
  await store.run('/* notify_hooks */ select pg_notify($1, $2)', [HOOKS_CHANNEL, String(integrationId)]);
}
