import { randomBytes } from 'node:crypto';
import { BITRIX24_HOOKS, Bitrix24HookSecrets } from '@domovoy/models';
import { addOauthState, hookSecretIdentity, insertIntegration, openStore, type Store } from '@domovoy/store';
import { stringify } from 'qs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HookTargets } from './lookup/hook-targets.ts';
import * as world from './testing/hooks-world.ts';
import { box, connectPortal, event, openWorld, serveHooks, sha256, TOKEN } from './testing/hooks-world.ts';

let store: Store;
let server: Awaited<ReturnType<typeof serveHooks>>;
let url: string;
let companyId: bigint;
let integrationId: bigint;

beforeAll(async () => {
  ({ store, companyId } = await openWorld());
  server = await serveHooks(store);
  ({ url } = server);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await store[Symbol.asyncDispose]();
});
beforeEach(async () => {
  integrationId = await connectPortal(store, companyId, { isBelieved: false });
});

const believe = (token?: string, origin?: 'application') =>
  world.believe(store, integrationId, token, origin);

const post = async (
  body: unknown,
  { path = '', at = url, ...more }: { path?: string; at?: string; type?: string } = {},
) => (await world.post(`${at}/bitrix24/${integrationId}${path}`, body, more)).status;

interface Row {
  payload: string;
  secrets: Uint8Array | null;
  state: string;
  key: string | null;
}
const rows = (topic: string = BITRIX24_HOOKS.events) =>
  store.run<Row>(
    `select e.payload, e.secrets, e.state, e.key from inbox_events e join inbox_sources s on s.id = e.source_id
     where s.integration_id = $1 and s.topic = $2 order by "offset"`,
    [integrationId, topic],
  );
const refusals = async () => {
  const counted = () =>
    store.run<{ reason: string; count: bigint }>(
      'select reason, count from hook_refusals where integration_id = $1 order by reason',
      [integrationId],
    );
  await expect.poll(counted, { timeout: 5_000 }).not.toHaveLength(0);
  return Object.fromEntries((await counted()).map(({ reason, count }) => [reason, Number(count)]));
};

describe('an event of a portal', () => {
  test('is a row that waits before it is answered, without any token', async () => {
    await believe();
    expect(await post(event({}, { access_token: 'secret-access', refresh_token: 'secret-refresh' }))).toBe(
      200,
    );
    const [row, ...others] = await rows();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ state: 'pending', secrets: null, key: null });
    expect(JSON.parse(row?.payload ?? '')).toEqual({
      event: 'ONCRMDEALUPDATE',
      ts: '1724140800',
      data: { FIELDS: { ID: '662' } },
      portal: { domain: 'portal.example', memberId: 'm1', userId: null },
      isVerified: true,
    });
    expect(row?.payload).not.toMatch(/secret-|a-token/);
  });

  const FORGED = [`${TOKEN}x`, TOKEN.slice(0, -1), TOKEN.toUpperCase()];
  const forge = async (at = url) => {
    const answers = FORGED.map((token) => post(event({}, { application_token: token }), { at }));
    return [...new Set(await Promise.all(answers))];
  };

  test('with a foreign token, or none, is refused and counted; with the right one it is taken', async () => {
    await believe();
    expect(await forge()).toEqual([403]);
    expect(await post(event({}, { application_token: undefined }))).toBe(403);
    expect(await post('event=ONCRMDEALUPDATE&ts=1')).toBe(403);
    expect(await rows()).toEqual([]);
    expect(await refusals()).toEqual({ token_foreign: 3, token_missing: 2 });
    // control
    expect(await post(event())).toBe(200);
    expect(await rows()).toHaveLength(1);
  });

  test('a control: where tokens are not compared the same forgeries are taken, and nobody counts them', async () => {
    class Credulous extends HookTargets {
      override verify(): Promise<boolean> {
        return Promise.resolve(true);
      }
    }
    await believe();
    const credulous = await serveHooks(store, { targets: new Credulous(store) });
    expect(await forge(credulous.url)).toEqual([200]);
    expect(await rows()).toHaveLength(FORGED.length);
    await credulous[Symbol.asyncDispose]();
    expect(await store.run('select from hook_refusals where integration_id = $1', [integrationId])).toEqual(
      [],
    );
  });

  test('is refused as long as no token is known, and taken within seconds after one was entered', async () => {
    expect(await post(event())).toBe(403);
    await believe();
    await expect.poll(() => post(event()), { timeout: 5_000, interval: 100 }).toBe(200);
  });

  test('of another integration’s token is refused', async () => {
    await believe();
    const other = await insertIntegration(store.db, { companyId, kind: 'bitrix24', config: {} });
    integrationId = other.id;
    expect(await post(event())).toBe(403);
  });

  test('for nobody is not found', async () => {
    integrationId = 999_999_999n;
    expect(await post(event())).toBe(404);
    const response = await fetch(`${url}/bitrix24/abc`, { method: 'POST' });
    expect(response.status).toBe(404);
  });

  test('that only says "look" is kept as often as it comes; what an operator wrote is kept once', async () => {
    await believe();
    for (let n = 0; n < 2; n++) expect(await post(event())).toBe(200);
    const message = event({
      event: 'OnImConnectorMessageAdd',
      data: {
        CONNECTOR: 'domovoy',
        LINE: '1',
        MESSAGES: [
          { im: { chat_id: '5', message_id: '9' }, message: { text: 'Да' }, chat: { id: 'abonent-7' } },
        ],
      },
    });
    for (let n = 0; n < 3; n++) expect(await post(message)).toBe(200);
    expect((await rows()).map(({ key }) => key)).toEqual([null, null, 'ONIMCONNECTORMESSAGEADD:5:9']);
  });
});

describe('what is no event', () => {
  beforeEach(() => believe());

  test.each([
    ['a large body', { ...event(), filler: 'x'.repeat(300_000) }, 413],
    ['a deep form', `event=X&data${'[a]'.repeat(30)}=1`, 400],
    ['too many values', `event=X&${Array.from({ length: 2_000 }, (_, n) => `a${n}=1`).join('&')}`, 400],
    ['no event', 'hello=world', 400],
    ['nothing', '', 400],
  ])('%s', async (_name, body, status) => {
    expect(await post(body)).toBe(status);
    expect(await rows()).toEqual([]);
  });

  test('JSON', async () => {
    expect(await post('{"event":"X"}', { type: 'application/json' })).toBe(415);
  });

  test('a form that wants to be a prototype', async () => {
    expect(await post(`${stringify(event())}&__proto__[polluted]=1&data[__proto__][polluted]=1`)).toBe(200);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('an installation', () => {
  const installed = () =>
    event({ event: 'ONAPPINSTALL' }, { access_token: 'secret-access', refresh_token: 'secret-refresh' });

  test('whose token nobody can know is kept for the portal to confirm, its secrets sealed', async () => {
    expect(await post(installed())).toBe(200);
    const [row] = await rows();
    expect(JSON.parse(row?.payload ?? '')).toMatchObject({ event: 'ONAPPINSTALL', isVerified: false });
    expect(Buffer.from(row?.secrets ?? []).toString('latin1')).not.toContain('secret-');
    const opened = box.open(
      row?.secrets ?? new Uint8Array(),
      hookSecretIdentity({ companyId, integrationId }),
    );
    expect(Bitrix24HookSecrets.parse(JSON.parse(opened))).toMatchObject({
      accessToken: 'secret-access',
      refreshToken: 'secret-refresh',
      applicationToken: TOKEN,
    });
  });

  test('may come as the page of an application', async () => {
    const page = {
      AUTH_ID: 'secret-access',
      REFRESH_ID: 'secret-refresh',
      member_id: 'm1',
      AUTH_EXPIRES: '3600',
    };
    expect(await post(page, { path: '/install?DOMAIN=portal.example' })).toBe(200);
    const [row] = await rows();
    expect(JSON.parse(row?.payload ?? '')).toMatchObject({
      event: 'INSTALLATION',
      portal: { domain: 'portal.example', memberId: 'm1' },
    });
  });

  test('without a token to verify is refused; a flood of them too', async () => {
    expect(await post(event({ event: 'ONAPPINSTALL' }))).toBe(403);
    const answers = await Promise.all(Array.from({ length: 40 }, () => post(installed())));
    expect(answers.filter((status) => status === 200).length).toBeLessThanOrEqual(13);
    expect(answers).toContain(429);
  });

  test('that was missed is made up for by the first event that proves itself, until a token is known', async () => {
    const first = event({}, { access_token: 'secret-access' });
    expect(await post(first)).toBe(200);
    expect(JSON.parse((await rows())[0]?.payload ?? '')).toMatchObject({ isVerified: false });
    await believe('another-token', 'application');
    await expect.poll(() => post(first), { timeout: 8_000, interval: 250 }).toBe(403);
  });

  test('is not taken by a process that cannot keep secrets', async () => {
    await using keyless = await serveHooks(store, { encryption: null });
    expect(await post(installed(), { at: keyless.url })).toBe(503);
    expect(await rows()).toEqual([]);
  });
});

describe('an authorisation', () => {
  const comeBack = async (state: string, headers: Record<string, string> = {}) => {
    const query = new URLSearchParams({
      code: 'secret-code',
      state,
      domain: 'portal.example',
      server_domain: 'o.x',
    });
    const response = await fetch(`${url}/bitrix24/oauth?${query.toString()}`, { headers });
    return { status: response.status, text: await response.text() };
  };
  const send = async (state: string) =>
    addOauthState(store.db, { stateHash: sha256(state), integrationId, companyId, requestedBy: 'user:1' });

  test('of somebody whom we sent is kept, once, the code sealed; the page speaks their language', async () => {
    const state = randomBytes(8).toString('hex');
    await send(state);
    const { status, text } = await comeBack(state, { 'accept-language': 'ru-RU,ru' });
    expect(status).toBe(200);
    expect(text).toContain('Домовой авторизован');
    expect(text).not.toContain('secret-code');
    const [row] = await rows(BITRIX24_HOOKS.authorizations);
    expect(row?.payload).not.toContain('secret-code');
    expect(box.open(row?.secrets ?? new Uint8Array(), hookSecretIdentity({ companyId, integrationId }))).toBe(
      '{"code":"secret-code"}',
    );
    expect((await comeBack(state)).status).toBe(400);
    expect(await rows(BITRIX24_HOOKS.authorizations)).toHaveLength(1);
  });

  test('of anybody else is refused, also when it is too old', async () => {
    expect((await comeBack('never-given')).status).toBe(400);
    const state = randomBytes(8).toString('hex');
    await send(state);
    await store.run(
      `update oauth_states set created_at = now() - interval '16 minutes' where state_hash = $1`,
      [sha256(state)],
    );
    expect((await comeBack(state)).status).toBe(400);
    expect(await rows(BITRIX24_HOOKS.authorizations)).toEqual([]);
  });
});

test('a portal that calls while the database is away is not told that it was heard', async () => {
  await using gone = openStore('postgres://nobody@127.0.0.1:1/none', { applicationName: 'test' });
  await using deaf = await serveHooks(gone);
  expect(await post(event(), { at: deaf.url })).toBe(503);
});
