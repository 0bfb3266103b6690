import { randomBytes } from 'node:crypto';
import { addOauthState, findHookTargets, type Store } from '@domovoy/store';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  connectPortal,
  countRefusals,
  countRows,
  event,
  openWorld,
  post,
  type Served,
  serveHooks,
  sha256,
  statuses,
  TOKEN,
  times,
} from './testing/hooks-world.ts';

const BEHIND_PROXY = { trustedProxies: ['loopback'] };
const [HERE, THERE] = ['203.0.113.7', '198.51.100.9'];

let store: Store;
let companyId: bigint;
let integrationId: bigint;
beforeAll(async () => {
  ({ store, companyId } = await openWorld());
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(async () => {
  integrationId = await connectPortal(store, companyId);
});

const hook = ({ url }: Served) => `${url}/bitrix24/${integrationId}`;
const forged = event({}, { application_token: 'made-up' });

describe('whoever proves nothing', () => {
  test('is limited by address, and stands in nobody’s way: right ones from there and elsewhere are taken', async () => {
    await using server = await serveHooks(store, BEHIND_PROXY);
    const flood = await times(150, () => post(hook(server), forged, { from: HERE }));
    expect(Object.keys(statuses(flood))).toEqual(['403', '429']);
    expect(statuses(flood)[403]).toBeGreaterThanOrEqual(100);
    expect(flood.find(({ status }) => status === 429)?.retryAfter).toBe('1');
    expect(statuses(await times(20, () => post(hook(server), event(), { from: HERE })))).toEqual({ 200: 20 });
    expect((await post(hook(server), event(), { from: THERE })).status).toBe(200);
    expect((await post(hook(server), forged, { from: THERE })).status).toBe(403);
    expect(await countRows(store, integrationId)).toBe(21);
    expect(await server.metrics.text()).toMatch(/domovoy_hook_strangers_throttled_total [1-9]/);
    // What they sent is counted for what it was.
    await expect.poll(() => countRefusals(store, integrationId, 'token_foreign')).toBe(151n);
  });

  test('control: where no proxy is trusted all of them are one address, whatever they write', async () => {
    await using server = await serveHooks(store);
    await times(150, (n) => post(hook(server), forged, { from: `198.51.100.${n}` }));
    expect(statuses(await times(9, () => post(hook(server), forged, { from: THERE })))).toHaveProperty('429');
    expect((await post(hook(server), event(), { from: THERE })).status).toBe(200);
  });

  test.each([
    ['for nobody', (server: Served) => `${server.url}/bitrix24/999999999`, event(), 404],
    ['with an id that is none', (server: Served) => `${server.url}/bitrix24/nobody`, event(), 404],
    ['for a path that is none', (server: Served) => `${server.url}/admin`, event(), 404],
    ['for a path that cannot be read', (server: Served) => `${server.url}/bitrix24/%ZZ`, event(), 404],
    ['for a path that is too long', ({ url }: Served) => `${url}/bitrix24/${'1'.repeat(200)}`, event(), 404],
    ['without a token', hook, event({}, { application_token: undefined }), 403],
    ['that cannot be read', hook, 'hello=world', 400],
  ])('%s counts', async (_name, at, body, status) => {
    await using server = await serveHooks(store, BEHIND_PROXY);
    const flood = await times(150, () => post(at(server), body, { from: HERE }));
    expect(Object.keys(statuses(flood))).toEqual([String(status), '429']);
    for (const { text } of flood)
      expect(Object.keys(JSON.parse(text))).toEqual(['code', 'message', 'retryable']);
    expect((await post(hook(server), event(), { from: HERE })).status).toBe(200);
  });

  test('does not use up the installations of whoever does', async () => {
    await using server = await serveHooks(store, BEHIND_PROXY);
    const installs = (token: string) =>
      event({ event: 'ONAPPINSTALL' }, { application_token: token, access_token: 'secret-access' });
    const flood = await times(30, () => post(hook(server), installs('made-up'), { from: HERE }));
    expect(statuses(flood)).toEqual({ 200: 12, 429: 18 });
    expect((await post(hook(server), installs(TOKEN), { from: HERE })).status).toBe(200);
  });

  test('of IPv6 has one count for a whole /64', async () => {
    await using server = await serveHooks(store, BEHIND_PROXY);
    await times(150, (n) => post(hook(server), forged, { from: `2001:db8:1:2::${n}` }));
    const next = await times(9, () => post(hook(server), forged, { from: '2001:db8:1:2:ffff::1' }));
    expect(statuses(next)).toHaveProperty('429');
    expect((await post(hook(server), forged, { from: '2001:db8:1:3::1' })).status).toBe(403);
  });

  test('by states that were made up hears so on a page; a state of ours is taken from the same address', async () => {
    await using server = await serveHooks(store, BEHIND_PROXY);
    const comeBack = async (state: string) => {
      const query = new URLSearchParams({ code: 'secret-code', state });
      const response = await fetch(`${server.url}/bitrix24/oauth?${query.toString()}`, {
        headers: { 'x-forwarded-for': HERE },
      });
      return { response, text: await response.text() };
    };
    const flood = await times(150, (n) => comeBack(`made-up-${n}`));
    expect(new Set(flood.map(({ response }) => response.status))).toEqual(new Set([400, 429]));
    const refused = flood.find(({ response }) => response.status === 429);
    expect(refused?.response.headers.get('retry-after')).toBe('1');
    expect(refused?.text).toContain('Too many attempts');
    const state = randomBytes(8).toString('hex');
    await addOauthState(store.db, {
      stateHash: sha256(state),
      integrationId,
      companyId,
      requestedBy: 'user:1',
    });
    expect((await comeBack(state)).response.status).toBe(200);
  });

  test('costs the database one statement at a time, however many ids are tried', async () => {
    const looks = { now: 0, most: 0 };
    const run: Store['run'] = async (text, args) => {
      const isLook = text.includes('find_hook_targets');
      if (isLook) looks.most = Math.max(looks.most, (looks.now += 1));
      return store.run<never>(text, args).finally(() => (looks.now -= isLook ? 1 : 0));
    };
    const watched = { ...store, run };
    await using server = await serveHooks(watched);
    await times(150, (n) => post(`${server.url}/bitrix24/${900_000_000 + n}`, event()));
    expect(looks).toEqual({ now: 0, most: 1 });
    // Control: whoever looks by himself each time has many at once.
    looks.most = 0;
    await times(20, (n) => findHookTargets(watched, [BigInt(n)]));
    expect(looks.most).toBe(20);
  });

  test('who asks again and again whether it is ready asks the database once at a time', async () => {
    const pings = { now: 0, most: 0 };
    const ready = async () => {
      pings.most = Math.max(pings.most, (pings.now += 1));
      await store.ping().finally(() => (pings.now -= 1));
      return { ok: true };
    };
    await using server = await serveHooks(store, { ready });
    const answers = await times(50, () => fetch(`${server.url}/readyz`));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(pings).toEqual({ now: 0, most: 1 });
    // Control: whoever asks by himself each time asks many at once.
    await times(20, ready);
    expect(pings.most).toBe(20);
  });
});
