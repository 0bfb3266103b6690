import { type ClaimedSyncRun, saveSyncProgress } from '@domovoy/store';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { eventually } from '../../testing/eventually.ts';
import { createMirror, type TestMirror } from '../../testing/mirror.ts';
import { openSocket, subscribe } from '../../testing/socket.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let tenant: Tenant;
let mirror: TestMirror;
let next = 0;

beforeAll(async () => {
  api = await startApi({ isAlone: true });
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  tenant = await api.tenant(`company${next++}`);
  mirror = await createMirror(api.store, tenant);
});

const RUN = 'id kind state phase finishedAt';
const CANCEL = `mutation ($id: ID!) { outcome: cancelSyncRun(input: { id: $id }) { __typename
  ... on CancelSyncRunPayload { syncRun { ${RUN} } } ... on UserError { code message path }
  ... on SyncRunStateError { syncRun { state } } } }`;

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables: Record<string, unknown> = {}, key = tenant.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables);
  expect(errors).toEqual([]);
  return data;
}
const cancel = async (id: string, key = tenant.key) => (await ask(CANCEL, { id }, key)).outcome;
const request = async (dryRun: boolean): Promise<{ isJoined: boolean; run: { id: string } }> =>
  (
    await ask(
      `mutation ($dryRun: Boolean!) { importAccounts(input: { dryRun: $dryRun }) {
        ... on ImportAccountsPayload { isJoined run { id } } } }`,
      { dryRun },
    )
  ).importAccounts;

async function claimed(kind: 'full' | 'preview'): Promise<ClaimedSyncRun> {
  const run = await mirror.claim(kind);
  if (run === null) throw new TypeError('a run waits');
  return run;
}
/** What its worker writes at least once a second. */
const goOn = ({ id, fence }: ClaimedSyncRun) =>
  saveSyncProgress(
    api.store,
    { runId: id, fence },
    { phase: 'accounts', done: 1, total: 2, checkpoint: {}, problems: [], error: null },
  );

it.each([
  ['an import', false, 'full'],
  ['a preview', true, 'preview'],
] as const)(
  '%s in progress stops: its worker is refused, and who follows it is told',
  async (_name, dryRun, kind) => {
    const { run: asked } = await request(dryRun);
    const socket = openSocket(api.wsUrl, tenant.key);
    const following = subscribe(
      socket,
      `subscription ($id: ID) { syncRunChanged(id: $id) { __typename cursor
      ... on SyncRunChanged { syncRun { ${RUN} } } } }`,
      { id: asked.id },
    );
    await following.live;
    const run = await claimed(kind);
    // The control: until then it goes on.
    await goOn(run);
    const syncRun = {
      id: asked.id,
      kind: kind.toUpperCase(),
      state: 'CANCELLED',
      phase: 'ACCOUNTS',
      finishedAt: expect.any(String),
    };
    expect(await cancel(asked.id)).toEqual({ __typename: 'CancelSyncRunPayload', syncRun });
    await expect(goOn(run)).rejects.toMatchObject({ code: 'SYNC_RUN_LOST' });
    await mirror.settle(run, 'completed');
    await eventually(() => expect(following.events.at(-1)).toMatchObject({ syncRun }));
    expect(await ask(`query ($id: ID!) { syncRun(id: $id) { ${RUN} } }`, { id: asked.id })).toEqual({
      syncRun,
    });
    expect(await request(dryRun)).toMatchObject({ isJoined: false });
    await socket.dispose();
  },
);

it('one that waits is never begun', async () => {
  const { run } = await request(false);
  expect(await cancel(run.id)).toMatchObject({ syncRun: { state: 'CANCELLED', phase: null } });
  expect(await mirror.claim('full')).toBeNull();
});

it('is cancelled once, and not when it has ended', async () => {
  const ended = (state: string) => ({
    __typename: 'SyncRunStateError',
    code: 'SYNC_RUN_STATE',
    message: 'The reading has ended.',
    path: ['input', 'id'],
    syncRun: { state },
  });
  const { run } = await request(false);
  const both = await Promise.all([cancel(run.id), cancel(run.id)]);
  expect(both).toContainEqual(ended('CANCELLED'));
  expect(both).toContainEqual(expect.objectContaining({ __typename: 'CancelSyncRunPayload' }));
  const { run: other } = await request(false);
  await mirror.settle(await claimed('full'), 'completed');
  expect(await cancel(other.id)).toEqual(ended('COMPLETED'));
});

it('of another company is not found, and goes on', async () => {
  const { run } = await request(false);
  const stranger = await api.tenant('stranger');
  for (const id of [run.id, 'syn_hello', 'acc_0000000000000'])
    expect(await cancel(id, stranger.key)).toEqual({
      __typename: 'NotFoundError',
      code: 'NOT_FOUND',
      message: 'There is no such reading.',
      path: ['input', 'id'],
    });
  await goOn(await claimed('full'));
});

it('wants what an import wants', async () => {
  const { run } = await request(false);
  for (const permissions of [
    ['READ_ACCOUNTS', 'WRITE_ACCOUNTS'],
    ['READ_ACCOUNTS', 'BULK'],
  ] as const) {
    const key = await api.key(tenant, { permissions: [...permissions] });
    const { errors } = await api.query(key, CANCEL, { id: run.id });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  const key = await api.key(tenant, { permissions: ['READ_ACCOUNTS', 'WRITE_ACCOUNTS', 'BULK'] });
  expect(await cancel(run.id, key)).toMatchObject({ syncRun: { state: 'CANCELLED' } });
});
