import { createTestDatabase } from '@domovoy/testkit';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ensureCompany } from '../company/ensure-company.ts';
import { insertIntegration, loadIntegrations, updateIntegration } from '../integration/integrations.ts';
import { openStore, type Store } from '../open/open-store.ts';
import { acquireIntegrations, countSurplus, releaseIntegrations } from './ownership.ts';
import { forgetWorkers, heartbeatWorker, registerWorker, retireWorker } from './workers.ts';

const LEASE_MS = 60_000;
let store: Store;
let ids: bigint[];
let companyId: bigint;

beforeAll(async () => {
  const database = await createTestDatabase();
  store = openStore(database.url, { applicationName: 'test' });
  ({ id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'demo' }));
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(async () => {
  await store.db.execute(sql`truncate workers, integrations, inbox_sources, sync_runs restart identity`);
  ids = [];
  for (let n = 0; n < 20; n++)
    ids.push((await insertIntegration(store.db, { companyId, kind: 'rosdomofon', config: {} })).id);
});

const register = (workerId: string) => registerWorker(store, { workerId, leaseMs: LEASE_MS });
const beat = (workerId: string) => heartbeatWorker(store, { workerId, leaseMs: LEASE_MS });
const expire = (workerId: string) =>
  store.db.execute(sql`update workers set lease_until = now() - interval '1 second' where id = ${workerId}`);
const owners = async () => {
  const rows = await loadIntegrations(store, ids);
  return Object.fromEntries(
    [...Map.groupBy(rows, (row) => row.owner ?? 'nobody')].map(([owner, of]) => [owner, of.length]),
  );
};

test('one worker takes all, a second one gets its half after the first released its surplus', async () => {
  await register('a');
  expect(await acquireIntegrations(store, 'a')).toHaveLength(20);
  await register('b');
  expect(await acquireIntegrations(store, 'b')).toEqual([]);
  expect(await countSurplus(store, 'a')).toBe(10);
  await releaseIntegrations(store, 'a', ids.slice(10));
  expect(await acquireIntegrations(store, 'b')).toHaveLength(10);
  expect(await owners()).toEqual({ a: 10, b: 10 });
  expect([await countSurplus(store, 'a'), await countSurplus(store, 'b')]).toEqual([0, 0]);
});

test('shares are rounded up, so that three workers hold all of twenty', async () => {
  for (const worker of ['a', 'b', 'c']) await register(worker);
  const taken = await Promise.all(['a', 'b', 'c'].map((worker) => acquireIntegrations(store, worker)));
  for (const worker of ['a', 'b', 'c']) await acquireIntegrations(store, worker);
  expect(Math.max(...taken.map(({ length }) => length))).toBeLessThanOrEqual(7);
  expect(await owners()).not.toHaveProperty('nobody');
});

test('two that acquire at once never get the same integration', async () => {
  for (const worker of ['a', 'b']) await register(worker);
  const taken = await Promise.all(['a', 'b'].map((worker) => acquireIntegrations(store, worker)));
  const all = taken.flat().map(({ id }) => id);
  expect(new Set(all).size).toBe(all.length);
});

test('a worker whose lease ran out loses everything to the others, with a fence that moved on', async () => {
  await register('a');
  const [first] = await acquireIntegrations(store, 'a');
  await register('b');
  await expire('a');
  const taken = await acquireIntegrations(store, 'b');
  expect(taken).toHaveLength(20);
  expect(taken.find(({ id }) => id === first?.id)?.ownerFence).toBe((first?.ownerFence ?? 0n) + 1n);
  expect(await beat('a')).toBe(false);
  expect(await acquireIntegrations(store, 'a')).toEqual([]);
});

test('a heartbeat keeps the lease: without one the others take over, with one they get nothing', async () => {
  await registerWorker(store, { workerId: 'a', leaseMs: 400 });
  await acquireIntegrations(store, 'a');
  await register('b');
  expect(await beat('a')).toBe(true);
  await store.run('select pg_sleep(0.5)', []);
  expect(await acquireIntegrations(store, 'b')).toEqual([]);

  await registerWorker(store, { workerId: 'control', leaseMs: 400 });
  await releaseIntegrations(store, 'a', ids);
  expect((await acquireIntegrations(store, 'control')).length).toBeGreaterThan(0);
  await store.run('select pg_sleep(0.5)', []);
  await acquireIntegrations(store, 'b');
  expect(await owners()).not.toHaveProperty('control');
});

test('one that retires hands over at once, and long gone ones are forgotten', async () => {
  await register('a');
  await acquireIntegrations(store, 'a');
  await retireWorker(store, 'a');
  expect(await owners()).toEqual({ nobody: 20 });
  await register('b');
  await register('c');
  await store.db.execute(sql`update workers set lease_until = now() - interval '2 minutes' where id = 'b'`);
  await forgetWorkers(store);
  expect(await store.run('select id from workers', [])).toEqual([{ id: 'c' }]);
});

test('a paused integration is nobody’s, and counts in nobody’s share', async () => {
  for (const id of ids.slice(0, 10))
    expect(await updateIntegration(store.db, { id, companyId }, { state: 'paused' })).toBe(true);
  await register('a');
  expect(await acquireIntegrations(store, 'a')).toHaveLength(10);
  expect(
    await updateIntegration(store.db, { id: ids[0] ?? 0n, companyId: companyId + 1n }, { state: 'active' }),
  ).toBe(false);
});
