import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  A,
  type AnyJson,
  abonentApp,
  clientWith,
  operator,
  type RestClient,
  send,
  signIn,
} from '../../../testing/rosdomofon-client.ts';
import { openTestSandbox, type TestSandbox } from '../../../testing/test-sandbox.ts';

const KEYS = '/abonents-service/api/v2/abonents/keys';
let sandbox: TestSandbox;
let rest: RestClient;
let tenant: { account: AnyJson; id: number; phone: number };
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 400 });
  rest = await operator(sandbox);
  tenant = await tenantWith('VideoSurveillance', 'Gate', 'SoftwareIntercom');
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
});
afterAll(() => sandbox.close());

const url = () => sandbox.endpoints.rosdomofon.url;
const control = async (call: string, body?: object) => JSON.parse((await sandbox.call(call, body)).text);

/** Somebody whose services of these types all work, and who shares his door with nobody. */
async function tenantWith(...types: string[]) {
  for (const account of await rest.get(`${A}/accounts`)) {
    if (account.blocked) continue;
    const { id, phone } = account.owner;
    const { connections, accounts, flats } = await control(`GET /abonent?abonentId=${id}`);
    const active = connections
      .filter(({ isBlocked }: AnyJson) => !isBlocked)
      .map(({ type }: AnyJson) => type);
    if (accounts.length === 1 && flats.length === 1 && types.every((type) => active.includes(type)))
      return { account, id, phone };
  }
  throw new Error(`nobody has ${types.join()}`);
}
const mobileForm = (phone: number | string, code: string) => ({
  grant_type: 'mobile',
  client_id: 'abonent',
  phone: String(phone),
  sms_code: code,
  company: '',
});
const requestCode = (phone: number | string) =>
  send(`${url()}${A}/abonents/${phone}/sms`, { method: 'POST', headers: {} });
const codeOf = async (phone: number) => (await control(`GET /sms?phone=${phone}`)).codes[0]?.code;

describe('signing in with a code', () => {
  test('needs no token to ask for it; the code is good once and gives a refresh token too', async () => {
    expect(await requestCode(tenant.phone)).toMatchObject({ status: 200, text: '' });
    const code = await codeOf(tenant.phone);
    const { status, body } = await signIn(url(), mobileForm(tenant.phone, code));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      access_token: expect.stringMatching(/^.{20,}$/),
      refresh_token: expect.stringMatching(/^.{20,}$/),
      token_type: 'bearer',
      expires_in: 3600,
      scope: expect.any(String),
    });
    expect(await codeOf(tenant.phone)).toBeUndefined();
    expect(await signIn(url(), mobileForm(tenant.phone, code))).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
  });

  test('fails with a wrong code, a code of somebody else, and without one', async () => {
    await requestCode(tenant.phone);
    await requestCode(79_000_001_111);
    const [own, other] = [await codeOf(tenant.phone), await codeOf(79_000_001_111)];
    for (const code of [own === '1234' ? '4321' : '1234', other === own ? '' : other, ''])
      expect((await signIn(url(), mobileForm(tenant.phone, code))).status).toBe(400);
    expect((await signIn(url(), mobileForm(tenant.phone, own))).status).toBe(200);
    expect((await requestCode('12345')).status).toBe(400);
  });

  test('goes on with the refresh token, again and again with the same one', async () => {
    await requestCode(tenant.phone);
    const first = await signIn(url(), mobileForm(tenant.phone, await codeOf(tenant.phone)));
    const form = {
      grant_type: 'refresh_token',
      client_id: 'abonent',
      refresh_token: first.body.refresh_token,
    };
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await signIn(url(), form);
      expect(status).toBe(200);
      expect(body.refresh_token).toBe(form.refresh_token);
      expect((await clientWith(url(), body.access_token).call('GET', KEYS)).status).toBe(200);
    }
    expect(await signIn(url(), { ...form, refresh_token: 'x' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
  });

  test('who has signed in can be reached by push from then on', async () => {
    const accounts = await rest.get(`${A}/accounts`);
    const { owner } = accounts.find((account: AnyJson) => account.owner.neverLoggedIn === true);
    const push = () =>
      rest.call('POST', `${A}/messages`, {
        toAbonents: [{ id: owner.id }],
        channel: 'notification',
        message: 'Проверка',
      });
    expect((await push()).body[0].success).toBe(false);
    await abonentApp(sandbox, owner.phone);
    expect((await push()).body[0].success).toBe(true);
  });
});

describe('an abonent with the application', () => {
  let app: RestClient;
  beforeEach(async () => {
    app = await abonentApp(sandbox, tenant.phone);
  });
  const open = (adapterId: string, rele: unknown) =>
    app.call('POST', `/rdas-service/api/v1/rdas/${adapterId}/activate_key`, { rele });

  test('opens the doors of his keys, and the sandbox shows it', async () => {
    const keys = await app.get(KEYS);
    expect(keys.map(({ type, relay }: AnyJson) => [type, relay])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    for (const key of keys) {
      expect(key.address).toMatchObject({
        city: expect.any(String),
        entrance: { number: expect.any(String) },
      });
      expect((await open(key.adapterId, key.relay)).status).toBe(200);
    }
    const { openings } = await control(`GET /doors?abonentId=${tenant.id}`);
    expect(openings).toMatchObject([
      { adapterId: keys[1].adapterId, relay: 2, atMs: expect.any(Number) },
      { adapterId: keys[0].adapterId, relay: 1 },
    ]);
    expect((await control('GET /doors?adapterId=1')).openings).toEqual([]);
  });

  test('opens no other door, and none with a relay that is no number', async () => {
    const [{ adapterId }] = await app.get(KEYS);
    expect((await open('1', 1)).status).toBe(403);
    expect((await open(adapterId, 7)).status).toBe(403);
    expect(await open(adapterId, '1')).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('rele') },
    });
    expect((await control('GET /doors')).openings).toEqual([]);
  });

  test('has no keys and no cameras while his account is blocked, and one less while a connection is', async () => {
    const [{ adapterId }] = await app.get(KEYS);
    await rest.call('PUT', `${A}/accounts/${encodeURIComponent(tenant.account.number)}/block`);
    expect(await app.get(KEYS)).toEqual([]);
    expect((await open(adapterId, 1)).status).toBe(403);
    expect(await app.get('/abonents-service/api/v2/abonents/cameras')).toEqual([]);
    await rest.call('DELETE', `${A}/accounts/${encodeURIComponent(tenant.account.number)}/block`);
    const { connections } = await control(`GET /abonent?abonentId=${tenant.id}`);
    const gate = connections.find(({ type }: AnyJson) => type === 'Gate');
    await rest.call('PUT', `${A}/services_connections/${gate.id}/block`);
    expect((await app.get(KEYS)).map(({ type }: AnyJson) => type)).toEqual([1]);
  });

  test('sees his cameras in both versions of the call, and each of them with what a player needs', async () => {
    const cameras = await app.get('/abonents-service/api/v2/abonents/cameras');
    expect(await app.get('/abonents-service/api/v3/abonents/cameras')).toEqual(cameras);
    expect(cameras.length).toBeGreaterThan(0);
    expect(await app.get(`/cameras-service/api/v1/cameras/${cameras[0].id}`)).toMatchObject({
      id: cameras[0].id,
      uri: expect.stringMatching(/^rtsp:/),
      user: expect.any(String),
      password: expect.any(String),
      rdva: { uri: expect.any(String) },
    });
    expect((await app.call('GET', '/cameras-service/api/v1/cameras/390999')).status).toBe(404);
  });

  test('keeps his settings, changed one by one', async () => {
    const path = `${A}/abonents/settings`;
    expect(await app.get(path)).toEqual({ callsMuted: false, chatsMuted: false });
    expect((await app.call('PATCH', path, { callsMuted: true })).body).toEqual({
      callsMuted: true,
      chatsMuted: false,
    });
    expect((await app.call('PATCH', path, { chatsMuted: true })).body).toEqual({
      callsMuted: true,
      chatsMuted: true,
    });
    expect(await app.get(path)).toEqual({ callsMuted: true, chatsMuted: true });
    expect((await app.call('PATCH', path, { callsMuted: 'yes' })).status).toBe(400);
  });

  test('may not call what is an operator’s, and an operator not what is his', async () => {
    for (const path of [`${A}/accounts`, `${A}/services`, `${A}/entrances`])
      expect((await app.call('GET', path)).status).toBe(403);
    expect((await app.call('PATCH', '/abonents-service/api/v2/sign_ups/1', {})).status).toBe(403);
    for (const path of [KEYS, `${A}/abonents/settings`, '/abonents-service/api/v3/abonents/cameras'])
      expect((await rest.call('GET', path)).status).toBe(403);
  });
});

test('somebody who is let in by another has the keys of that flat', async () => {
  for (const { owner } of await rest.get(`${A}/accounts`)) {
    const info = await control(`GET /abonent?abonentId=${owner.id}`);
    const { owner: detailed } = await rest.get(`${A}/accounts/${info.accounts[0].id}`);
    const [delegation] = (detailed.delegations ?? []).filter(
      ({ active, toAbonent }: AnyJson) => active && toAbonent.phone && toAbonent.id !== owner.id,
    );
    if (!delegation) continue;
    const [host, guest] = await Promise.all(
      [owner.phone, delegation.toAbonent.phone].map(async (phone) =>
        (await abonentApp(sandbox, phone)).get(KEYS),
      ),
    );
    // What he has from others in turn he cannot pass on.
    const entrances = await Promise.all(
      info.flats.map(({ entranceId }: AnyJson) => rest.get(`/rdas-service/api/v1/entrances/${entranceId}/`)),
    );
    const uids = new Set(entrances.map(({ rda }) => rda.uid));
    const ofHisOwn = (host ?? []).filter(({ adapterId }: AnyJson) => uids.has(adapterId));
    if (ofHisOwn.length === 0) continue;
    const doors = (keys: AnyJson[]) => keys.map(({ adapterId, relay }) => `${adapterId}/${relay}`);
    expect(doors(guest ?? [])).toEqual(expect.arrayContaining(doors(ofHisOwn)));
    return;
  }
  throw new Error('nobody lets anybody in');
});

describe('action tokens', () => {
  const verify = (client: RestClient, token: string) =>
    client.call('GET', `${A}/action_token/verify/${token}`);

  test('say to the operator who it is that opened his page, and how often he asked', async () => {
    const { token } = await control('POST /action-tokens', { abonentId: tenant.id });
    for (const useCount of [1, 2])
      expect((await verify(rest, token)).body).toEqual({
        id: expect.any(Number),
        token,
        useCount,
        expiryDate: expect.any(Number),
        subscriberId: tenant.id,
      });
  });

  test('are unknown to other operators, when they are over, and when nobody made them', async () => {
    const { token } = await control('POST /action-tokens', { abonentId: tenant.id });
    const { token: old } = await control('POST /action-tokens', { abonentId: tenant.id, lifetimeS: 0 });
    expect((await verify(await operator(sandbox, 'Uyutny_Dvor'), token)).status).toBe(404);
    expect((await verify(rest, old)).status).toBe(404);
    expect((await verify(rest, 'abcdefgh')).status).toBe(404);
  });
});
