import { randomUUID } from 'node:crypto';
import {
  acquireIntegrations,
  claimDeliveries,
  enqueueDeliveries,
  openStore,
  registerWorker,
  type Store,
  settleDeliveries,
} from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTenant } from '../../testing/records.ts';
import { dead } from '../attempt/outcome.ts';
import { settlementOf } from '../attempt/settlement.ts';
import { verdictOfOutcome } from '../attempt/verdict.ts';
import { cancelDelivery } from './cancel-delivery.ts';
import { pauseTarget, resumeTarget } from './pause-target.ts';
import { redeliverOne } from './redeliver.ts';

let store: Store;
let tenant: { companyId: bigint; integrationId: bigint };
let owner: { integrationId: bigint; workerId: string; ownerFence: bigint };
const actor = 'user:1';

beforeAll(async () => {
  const database = await createTestDatabase();
  store = openStore(database.url, { applicationName: 'test' });
  tenant = await createTenant(store);
  await registerWorker(store, { workerId: 'w', leaseMs: 600_000 });
  const [owned] = await acquireIntegrations(store, 'w');
  owner = { integrationId: tenant.integrationId, workerId: 'w', ownerFence: owned?.ownerFence ?? 0n };
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(() => store.run('truncate deliveries, delivery_attempts, delivery_targets, audit_entries', []));

const enqueue = async (count: number, dueInMs = 0) => {
  const made = await enqueueDeliveries(
    store,
    Array.from({ length: count }, () => ({
      ...tenant,
      kind: 'test',
      subject: 'a',
      dedupeKey: randomUUID(),
      payload: {},
      maxAttempts: 5,
      dueInMs,
    })),
  );
  return made.map(({ id }) => id);
};
const claim = () =>
  claimDeliveries(store, { ...owner, limit: 2_000, runLength: 2_000, after: '', leaseMs: 30_000 });
async function bury(count: number): Promise<bigint[]> {
  const ids = await enqueue(count);
  const summary = { request: null, response: null };
  const backoff = { baseMs: 1, capMs: 1 };
  const verdict = verdictOfOutcome(dead('E'));
  const rows = (await claim()).map((delivery) =>
    settlementOf({ delivery, verdict, durationMs: 1, summary, backoff }),
  );
  await settleDeliveries(store, 'w', rows);
  return ids;
}
const heard = async (work: () => Promise<unknown>) => {
  const told: string[] = [];
  const listener = await store.listen('domovoy_deliveries', (payload) => told.push(payload));
  await work();
  await expect.poll(() => told).toEqual([String(tenant.integrationId)]);
  await listener.close();
};

describe('redelivering one', () => {
  test('makes a new row, tells the workers, and says what it was when it does not', async () => {
    const [id = 0n] = await bury(1);
    const one = (deliveryId: bigint, companyId = tenant.companyId) =>
      redeliverOne(store, { companyId, deliveryId, actor, isForced: false, idempotencyKey: randomUUID() });
    let made = 0n;
    await heard(async () => {
      const result = await one(id);
      expect(result).toMatchObject({ kind: 'redelivered', id: expect.any(BigInt) });
      if (result.kind === 'redelivered') made = result.id;
    });
    expect(await one(id)).toEqual({ kind: 'under-way', id: made });
    expect(await one(made)).toEqual({ kind: 'refused', state: 'pending' });
    expect(await one(0n)).toEqual({ kind: 'not-found' });
    expect(await one(id, tenant.companyId + 1n)).toEqual({ kind: 'not-found' });
  });

  test('under the same key gives the first result, also when it could be sent again', async () => {
    const [id = 0n, other = 0n] = await bury(2);
    const one = (deliveryId: bigint) =>
      redeliverOne(store, { ...tenant, deliveryId, actor, isForced: false, idempotencyKey: 'key' });
    const first = await one(id);
    await store.run(`update deliveries set state = 'dead', settled_at = now()`, []);
    expect(await one(id)).toEqual(first);
    expect(await one(other)).toEqual({ kind: 'key-conflict' });
    expect(await store.run('select count(*)::int as n from deliveries', [])).toEqual([{ n: 3 }]);
  });

  test('that was delivered needs force', async () => {
    const [id = 0n] = await enqueue(1);
    await store.run(`update deliveries set state = 'delivered', settled_at = now()`, []);
    const one = (isForced: boolean) =>
      redeliverOne(store, { ...tenant, deliveryId: id, actor, isForced, idempotencyKey: randomUUID() });
    expect(await one(false)).toEqual({ kind: 'refused', state: 'delivered' });
    expect(await one(true)).toMatchObject({ kind: 'redelivered' });
  });

  test('whose target is paused needs force: it would only wait there', async () => {
    const [id = 0n] = await bury(1);
    await pauseTarget(store, { ...tenant, actor, reason: null });
    const one = (isForced: boolean) =>
      redeliverOne(store, { ...tenant, deliveryId: id, actor, isForced, idempotencyKey: randomUUID() });
    expect(await one(false)).toEqual({ kind: 'target-paused', integrationId: tenant.integrationId });
    expect(await one(true)).toMatchObject({ kind: 'redelivered' });
    await resumeTarget(store, { ...tenant, actor });
  });
});

describe('cancelling', () => {
  test('skips what is pending, tells the workers, and says what it was when it does not', async () => {
    const [id = 0n] = await enqueue(1, 60_000);
    const cancel = (deliveryId: bigint) => cancelDelivery(store, { ...tenant, deliveryId, actor });
    await heard(async () => expect(await cancel(id)).toEqual({ kind: 'cancelled' }));
    expect(await cancel(id)).toEqual({ kind: 'refused', state: 'skipped' });
    expect(await cancel(0n)).toEqual({ kind: 'not-found' });
    const [leased = 0n] = await enqueue(1);
    await claim();
    expect(await cancel(leased)).toEqual({ kind: 'refused', state: 'leased' });
  });
});

describe('pausing a target', () => {
  test('keeps everything back until it is resumed, and tells the workers of both', async () => {
    await enqueue(1);
    await heard(async () => expect(await pauseTarget(store, { ...tenant, actor, reason: null })).toBe(true));
    expect(await claim()).toEqual([]);
    await heard(async () => expect(await resumeTarget(store, { ...tenant, actor })).toBe(true));
    expect(await claim()).toHaveLength(1);
    expect(await resumeTarget(store, { ...tenant, actor })).toBe(false);
    const told = await store
      .company(tenant.companyId)
      .listAuditEntries({ entity: 'integration', entityIds: [tenant.integrationId], limit: 10 });
    expect(told.map((entry) => [entry.action, entry.actor])).toEqual([
      ['delivery_target.resume', actor],
      ['delivery_target.pause', actor],
    ]);
  });
});
