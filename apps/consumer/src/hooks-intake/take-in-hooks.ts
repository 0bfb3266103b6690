import { receiveHookEvents } from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import type { IntegrationWithCompany, Store } from '@domovoy/store';

/** All events that wait, the oldest first, a transaction for each hundred. */
export async function takeInHooks(
  store: Store,
  { id, companyId }: Pick<IntegrationWithCompany, 'id' | 'companyId'>,
  { logger, signal }: { readonly logger: Logger; readonly signal: AbortSignal },
): Promise<{ readonly hasQueued: boolean }> {
  let hasQueued = false;
  for (;;) {
    const received = await receiveHookEvents(store, { integrationId: id, companyId });
    hasQueued ||= received.hasQueued;
    if (received.dead > 0) logger.warn({ event: 'hook-events-dead', count: received.dead });
    if (!received.isFull || signal.aborted) return { hasQueued };
  }
}
