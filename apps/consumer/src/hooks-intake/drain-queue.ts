import { type Bitrix24, createOfflineQueue } from '@domovoy/bitrix24-sdk';
import { doHookWork, readCheckReport, workOf } from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import {
  findIntegrationChecks,
  type IntegrationWithCompany,
  notifyDeliveries,
  type Store,
} from '@domovoy/store';
import { AUTH_CONNECTOR } from '../deliveries/handlers/integration/needed.ts';

interface Draining {
  readonly store: Store;
  readonly logger: Logger;
  readonly bitrix24Of: (integration: IntegrationWithCompany) => Bitrix24;
  readonly signal: AbortSignal;
}

/** Rows of the queue have no row in our inbox: their own number is their identity. */
const QUEUE_SOURCE = 0;

/**
 * The portal's own queue of changes: nothing in it is lost while we are away. A row is taken off when what follows from
 * it is in our database; killed in between, it comes again, and causes nothing twice.
 */
export async function drainQueue(
  { store, logger, bitrix24Of, signal }: Draining,
  integration: IntegrationWithCompany,
): Promise<void> {
  const { id: integrationId, companyId } = integration;
  // The last live look may be newer than the row that the work began with.
  const checks = readCheckReport(await findIntegrationChecks(store.db, { integrationId, companyId }));
  if (!checks?.hasOfflineQueue) return;
  const portal = { integrationId, companyId };
  const queue = createOfflineQueue({
    events: bitrix24Of(integration).offlineEvents,
    authConnector: AUTH_CONNECTOR,
    async handle(events) {
      const woken = await store.transaction(async (tx) => {
        const wakes: bigint[] = [];
        for (const { ID, EVENT_NAME, EVENT_DATA, EVENT_ADDITIONAL, TIMESTAMP_X } of events) {
          const work = workOf({ event: EVENT_NAME, data: dataOf(EVENT_DATA, EVENT_ADDITIONAL) });
          const offset = BigInt(ID) * 1_000_000n + secondOf(TIMESTAMP_X);
          const done = await doHookWork(tx, portal, { sourceId: QUEUE_SOURCE, offset, secrets: null }, work);
          wakes.push(...done.wakes);
        }
        return wakes;
      });
      if (woken.length > 0) notifyDeliveries(store, woken).catch(() => undefined);
    },
    onError: (error, event) =>
      logger.warn({ event: 'queued-event-failed', name: event.EVENT_NAME, err: error }),
  });
  await queue.drain({ signal, lane: 'chat' });
}

/** Web hooks say `data[FIELDS][ID]`; rows of the queue may have the fields alone. */
const dataOf = (data: Readonly<Record<string, unknown>>, additional: unknown): unknown =>
  'FIELDS' in data ? data : { FIELDS: { ...(isObject(additional) ? additional : {}), ...data } };

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The number of a row may be used again after a reset of the portal; its time is not. */
const secondOf = (time: string | null | undefined): bigint => {
  const ms = Date.parse(time ?? '');
  return Number.isNaN(ms) ? 0n : BigInt(Math.floor(ms / 1_000) % 1_000_000);
};
