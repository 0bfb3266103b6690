import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import { createMirror } from '../testing/mirror-fixtures.ts';
import { findSyncWork } from './find-sync-work.ts';
import { saveSyncProgress } from './save-sync-progress.ts';
import { cancelSyncRun } from './settle-sync-run.ts';

let store: Store;
let mirror: Awaited<ReturnType<typeof createMirror>>;
let next = 0;

beforeAll(async () => {
  const { url } = await createTestDatabase();
  store = openStore(url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(async () => {
  mirror = await createMirror(store, `company${next++}`);
});

const progress = {
  phase: 'accounts',
  done: 500,
  total: null,
  checkpoint: { at: 1 },
  problems: [],
  error: null,
} as const;

test('whoever asks while a run waits joins it, however many ask at once', async () => {
  const asked = await Promise.all(Array.from({ length: 20 }, () => mirror.request()));
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  expect(asked.filter(({ isNew }) => isNew)).toHaveLength(1);
});

test('whoever asks for everything while it is being read joins that: there is never a second one', async () => {
  const { runId } = await mirror.begin();
  const asked = await Promise.all(Array.from({ length: 20 }, () => mirror.request()));
  expect(asked).toEqual(asked.map(() => ({ id: runId, isNew: false })));
  await expect(
    store.run(
      `insert into sync_runs (company_id, integration_id, kind, requested_by)
       select company_id, integration_id, kind, 'control' from sync_runs where id = $1`,
      [runId],
    ),
  ).rejects.toMatchObject({ code: 'STORE_CONSTRAINT' });
});

test('an account that is being read may be asked for again: that reading may have begun too early', async () => {
  const first = await mirror.request(1n);
  expect(await mirror.claim('account')).toMatchObject({ id: first.id });
  expect(await mirror.request(1n)).toMatchObject({ isNew: true });
});

test('accounts are refreshed beside a full run, each account on its own', async () => {
  await mirror.begin();
  const one = await mirror.request(1n);
  expect(await mirror.request(2n)).toMatchObject({ isNew: true });
  expect(await mirror.request(1n)).toEqual({ id: one.id, isNew: false });
  expect(await mirror.claim('account')).toMatchObject({ id: one.id, accountRosdomofonId: 1n });
});

test('only the living owner of the integration may begin a run', async () => {
  const former = mirror.owner;
  await mirror.request();
  await mirror.takeOver(`next${next}`);
  expect(await mirror.claim('full', former)).toBeNull();
  await store.run(`update workers set lease_until = now() - interval '1 second'`, []);
  expect(await mirror.claim()).toBeNull();
  await mirror.takeOver(`last${next}`);
  expect(await mirror.claim()).toMatchObject({ isResumed: false });
});

test('the next owner goes on where the former one was, whose progress is refused from then on', async () => {
  const former = await mirror.begin();
  await saveSyncProgress(store, former, progress);
  await mirror.takeOver(`next${next}`);
  expect(await mirror.claim()).toMatchObject({
    phase: 'accounts',
    done: 500,
    checkpoint: { at: 1 },
    isResumed: true,
  });
  await expect(saveSyncProgress(store, former, { ...progress, done: 900 })).rejects.toMatchObject({
    code: 'SYNC_RUN_LOST',
  });
  expect(await mirror.settle(former)).toBe(false);
  expect(await store.run(`select done, state from sync_runs where id = $1`, [former.runId])).toEqual([
    { done: 500, state: 'running' },
  ]);
});

test('a cancelled run is lost to its owner', async () => {
  const run = await mirror.begin();
  const open = ['queued', 'running'] as const;
  expect(await cancelSyncRun(store, { id: run.runId, companyId: mirror.company.id + 99n }, open)).toBe(false);
  expect(await cancelSyncRun(store, { id: run.runId, companyId: mirror.company.id }, open)).toBe(true);
  await expect(saveSyncProgress(store, run, progress)).rejects.toMatchObject({ code: 'SYNC_RUN_LOST' });
  expect(await cancelSyncRun(store, { id: run.runId, companyId: mirror.company.id }, open)).toBe(false);
});

test('a full run is due at first, after the interval, and sooner after one that failed', async () => {
  const look = async () => {
    const [work] = await findSyncWork(store, [mirror.integration.id], {
      everyMs: 3_600_000,
      retryMs: 60_000,
    });
    return work;
  };
  const finished = (ago: string) =>
    store.run(`update sync_runs set finished_at = now() - $1::text::interval where integration_id = $2`, [
      ago,
      mirror.integration.id,
    ]);
  expect(await look()).toEqual({
    integrationId: mirror.integration.id,
    hasFull: false,
    hasAccount: false,
    hasPreview: false,
    isDue: true,
  });
  const first = await mirror.begin();
  await mirror.request(5n);
  expect(await look()).toMatchObject({ hasFull: true, hasAccount: true, isDue: false });
  await mirror.settle(first);
  expect(await look()).toMatchObject({ hasFull: false, isDue: false });
  await finished('61 minutes');
  expect(await look()).toMatchObject({ isDue: true });
  const second = await mirror.begin();
  await mirror.settle(second, 'failed');
  expect(await look()).toMatchObject({ isDue: false });
  await finished('2 minutes');
  expect(await look()).toMatchObject({ isDue: true });
});

test('each step of a run is told in the feed', async () => {
  const run = await mirror.begin();
  await saveSyncProgress(store, run, progress);
  await mirror.settle(run);
  expect(
    await store.run(
      `select op from changes where company_id = $1 and entity = 'sync_run' and entity_id = $2 order by changes.xid`,
      [mirror.company.id, run.runId],
    ),
  ).toEqual([{ op: 'added' }, { op: 'changed' }, { op: 'changed' }, { op: 'changed' }]);
});
