import {
  ensureCompany,
  ensureEnvironmentIntegration,
  insertIntegration,
  openStore,
  type Store,
  updateIntegration,
} from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelSyncRun, requestAccountRefresh, requestImport } from './request-sync.ts';

const rest = { url: 'https://rosdomofon.example', username: 'operator' };
let store: Store;
let count = 0;
beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());

async function company(config: object | null) {
  const shortName = `company${count++}`;
  const { id: companyId } = await ensureCompany(store.db, { shortName, name: shortName });
  if (config) await ensureEnvironmentIntegration(store.db, { companyId, config });
  return { companyId, requestedBy: 'test' };
}

test('an import is requested once and joined by those who ask while it waits; accounts are apart', async () => {
  const request = await company({ rest });
  const first = await requestImport(store, request);
  expect(first).toEqual({ outcome: 'requested', runId: expect.any(BigInt) });
  expect(await requestImport(store, request)).toEqual({ ...first, outcome: 'joined' });
  expect(await requestAccountRefresh(store, { ...request, accountRosdomofonId: 5n })).toMatchObject({
    outcome: 'requested',
  });
});

test('owners of integrations hear of a request at once', async () => {
  const request = await company({ rest });
  const heard = Promise.withResolvers<void>();
  const listener = await store.listen('domovoy_sync_runs', () => heard.resolve());
  await requestImport(store, request);
  await heard.promise;
  await listener.close();
});

test('the mirror is off without an integration and without access to REST, and waits for a paused one', async () => {
  expect(await requestImport(store, await company(null))).toEqual({ outcome: 'off' });
  expect(await requestImport(store, await company({ brokers: ['kafka:1'] }))).toEqual({ outcome: 'off' });
  const request = await company(null);
  const { id } = await insertIntegration(store.db, {
    companyId: request.companyId,
    kind: 'rosdomofon',
    config: { rest },
  });
  await updateIntegration(store.db, { id, companyId: request.companyId }, { state: 'paused' });
  expect(await requestImport(store, request)).toEqual({ outcome: 'paused' });
});

test('a run is cancelled by its own company alone, and once, and the trail says by whom', async () => {
  const request = await company({ rest });
  const requested = await requestImport(store, request);
  const runId = 'runId' in requested ? requested.runId : -1n;
  const other = await company({ rest });
  const by = ({ companyId }: { companyId: bigint }) => ({ companyId, runId, actor: 'user:1' });
  expect(await cancelSyncRun(store, by(other))).toBe(false);
  expect(await cancelSyncRun(store, by(request))).toBe(true);
  expect(await cancelSyncRun(store, by(request))).toBe(false);
  expect(
    await store.run(
      `select company_id, actor, entity_id from audit_entries where action = 'sync_run.cancel'`,
      [],
    ),
  ).toEqual([{ company_id: request.companyId, actor: 'user:1', entity_id: runId }]);
  // What comes after is another run.
  expect(await requestImport(store, request)).toMatchObject({ outcome: 'requested' });
});
