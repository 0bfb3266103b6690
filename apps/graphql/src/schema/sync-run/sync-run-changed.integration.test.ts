import type { Client } from 'graphql-ws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { eventually } from '../../testing/eventually.ts';
import { createMirror, type TestMirror } from '../../testing/mirror.ts';
import { openSocket, subscribe } from '../../testing/socket.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
let mirror: TestMirror;
let socket: Client;

beforeAll(async () => {
  api = await startApi({ isAlone: true });
  demo = await api.tenant('demo');
  mirror = await createMirror(api.store, demo);
  await mirror.import({ accounts: [{ rosdomofonId: 1, number: '1' }] });
  socket = openSocket(api.wsUrl, demo.key);
});
afterAll(async () => {
  await socket.dispose();
  await api[Symbol.asyncDispose]();
});

const CHANGED = `subscription ($id: ID, $kind: SyncRunKind, $since: Cursor) {
  syncRunChanged(id: $id, kind: $kind, since: $since) { __typename cursor
    ... on SyncRunChanged { syncRun { id kind state error { code } account { number } } } } }`;
const IMPORT = 'mutation { importAccounts { ... on ImportAccountsPayload { run { id } } } }';
const REFRESH =
  'mutation { refreshAccount(input: { number: "1", waitMs: 0 }) { ... on RefreshAccountPayload { run { id } } } }';

const start = async (text: string): Promise<string> => {
  const { data, errors } = await api.query(demo.key, text);
  expect(errors).toEqual([]);
  return Object.values<{ run: { id: string } }>(data)[0]?.run.id ?? '';
};
const finish = async (kind: 'full' | 'account', to: 'completed' | 'failed') => {
  const run = await mirror.claim(kind);
  if (run === null) throw new TypeError('a run waits');
  await mirror.settle(run, to);
};
const statesOf = (events: { syncRun: { state: string } }[]) => events.map(({ syncRun }) => syncRun.state);

it('tells of readings until they end, of one, of a kind, and after a cursor what was missed', async () => {
  const all = subscribe(socket, CHANGED);
  const accounts = subscribe(socket, CHANGED, { kind: 'ACCOUNT' });
  await Promise.all([all.live, accounts.live]);
  const fullId = await start(IMPORT);
  const one = subscribe(socket, CHANGED, { id: fullId });
  await one.live;
  const accountId = await start(REFRESH);
  await finish('full', 'failed');
  await finish('account', 'completed');
  await eventually(() => {
    // In the order of the feed; more than once where changes came close together.
    expect(statesOf(all.events)).toContain('FAILED');
    expect(all.events.at(-1)).toMatchObject({ syncRun: { id: accountId, state: 'COMPLETED' } });
    expect(accounts.events.at(-1)).toMatchObject({
      syncRun: { id: accountId, kind: 'ACCOUNT', state: 'COMPLETED', error: null, account: { number: '1' } },
    });
    expect(one.events.at(-1)).toMatchObject({
      syncRun: { id: fullId, state: 'FAILED', error: { code: 'TIMEOUT' } },
    });
  });
  expect(new Set(accounts.events.map(({ syncRun }) => syncRun.id))).toEqual(new Set([accountId]));
  expect(new Set(one.events.map(({ syncRun }) => syncRun.id))).toEqual(new Set([fullId]));

  const since = all.cursor();
  await start(IMPORT);
  await finish('full', 'completed');
  const later = subscribe(socket, CHANGED, { since });
  await eventually(() => expect(statesOf(later.events)).toContain('COMPLETED'));
  for (const subscription of [all, accounts, one, later]) {
    expect(subscription.errors).toEqual([]);
    subscription.stop();
  }
});

it('tells nothing to another company, and refuses an id that it has not', async () => {
  const other = await api.tenant('other');
  const otherSocket = openSocket(api.wsUrl, other.key);
  const quiet = subscribe(otherSocket, CHANGED);
  await quiet.live;
  const mine = subscribe(socket, CHANGED);
  await mine.live;
  const id = await start(IMPORT);
  await finish('full', 'completed');
  await eventually(() => expect(statesOf(mine.events)).toContain('COMPLETED'));
  // The other company's own reading comes after it in the feed: whatever were told, were told by then.
  const otherMirror = await createMirror(api.store, other);
  await otherMirror.import({});
  await eventually(() => expect(statesOf(quiet.events)).toContain('COMPLETED'));
  expect(quiet.events.map(({ syncRun }) => syncRun.id)).not.toContain(id);
  const refused = subscribe(otherSocket, CHANGED, { id });
  await refused.ended;
  expect(refused.errors.flat()).toMatchObject([{ message: 'There is no reading with this id.' }]);
  mine.stop();
  await otherSocket.dispose();
});
