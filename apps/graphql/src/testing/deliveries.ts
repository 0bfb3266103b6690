import {
  acquireIntegrations,
  type ClaimedDelivery,
  claimDeliveries,
  enqueueDeliveries,
  type NewDelivery,
  notifyChanges,
  registerWorker,
  reportDeliveryTarget,
  restDeliveryTarget,
  type Settlement,
  type Store,
  settleDeliveries,
  type TargetReport,
} from '@domovoy/store';
import { encodeId } from '../ids/node-id.ts';
import type { Tenant } from './tenant.ts';

/** A company's deliveries, worked on as the consumer does it. */
export interface TestDeliveries {
  /** The target's id at the API. */
  readonly targetId: string;
  /** The new ones' ids at the API. */
  enqueue(...given: Partial<NewDelivery>[]): Promise<string[]>;
  claim(): Promise<ClaimedDelivery[]>;
  settle(claimed: ClaimedDelivery, more?: Partial<Settlement>): Promise<void>;
  /** Enqueued, tried, and dead. */
  bury(...given: Partial<NewDelivery>[]): Promise<string[]>;
  report(report: TargetReport): Promise<void>;
  rest(forMs: number): Promise<void>;
}

export async function createDeliveries(
  store: Store,
  { company, integrationId }: Tenant,
): Promise<TestDeliveries> {
  const workerId = `sender of ${company.shortName}`;
  await store.run(`update workers set lease_until = now() - interval '1 second'`, []);
  await registerWorker(store, { workerId, leaseMs: 3_600_000 });
  const owned = (await acquireIntegrations(store, workerId)).find(({ id }) => id === integrationId);
  if (owned === undefined) throw new TypeError('not acquired');
  const owner = { integrationId, workerId, ownerFence: owned.ownerFence };
  let next = 0;

  const enqueue: TestDeliveries['enqueue'] = async (...given) => {
    const rows = given.map((more) => ({
      companyId: company.id,
      integrationId,
      kind: 'test.do',
      subject: `test:${next}`,
      dedupeKey: String(next++),
      payload: {},
      maxAttempts: 5,
      ...more,
    }));
    const made = await enqueueDeliveries(store, rows);
    await notifyChanges(store);
    return made.map(({ id }) => encodeId('Delivery', id));
  };
  const claim = () =>
    claimDeliveries(store, { ...owner, limit: 500, runLength: 10, after: '', leaseMs: 30_000 });
  const settle: TestDeliveries['settle'] = async ({ id, fence }, more = {}) => {
    await settleDeliveries(store, workerId, [{ ...DELIVERED, id, fence, ...more }]);
    await notifyChanges(store);
  };
  return {
    targetId: encodeId('DeliveryTarget', integrationId),
    enqueue,
    claim,
    settle,
    bury: async (...given) => {
      const ids = await enqueue(...given);
      for (const claimed of await claim()) await settle(claimed, { ...DEAD, errorCode: 'TEST_FAILED' });
      return ids;
    },
    report: (report) => reportDeliveryTarget(store, { ...owner, ...report }),
    rest: (forMs) => restDeliveryTarget(store, { ...owner, forMs, code: 'RATE_LIMITED' }),
  };
}

const DELIVERED = {
  state: 'delivered',
  outcome: 'delivered',
  errorCode: null,
  isCounted: true,
  delayMs: null,
  durationMs: 5,
  result: null,
  request: null,
  response: null,
} as const satisfies Partial<Settlement>;

const DEAD = { state: 'dead', outcome: 'dead' } as const;
