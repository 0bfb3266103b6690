import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  AbonentFlat,
  Account,
  AccountInfo,
  Connection,
  Entrances,
  FlatDetailed,
  Messages,
  Service,
} from '../testing/public-client-types.ts';
import { A, type AnyJson, operator, type RestClient, send, signIn } from '../testing/rosdomofon-client.ts';
import { openTestSandbox, type TestSandbox } from '../testing/test-sandbox.ts';

// What public clients send and require (facts §4), said with requests of our own: as they make them.

let sandbox: TestSandbox;
let rest: RestClient;
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 400, entrances: 120 });
  rest = await operator(sandbox);
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
});
afterAll(() => sandbox.close());

describe('answers have the types that clients rely on', () => {
  test('accounts, in the list and one by one', async () => {
    const accounts = z.array(Account).parse(await rest.get(`${A}/accounts`));
    for (const { id } of accounts.slice(0, 120)) AccountInfo.parse(await rest.get(`${A}/accounts/${id}`));
  });

  test('flats and connections, of Kazakh streets too', async () => {
    const { content } = Entrances.parse(await rest.get(`${A}/entrances?size=100`));
    const kazakh = content.filter(({ addressString }) => /^(Астана|Алматы)/.test(addressString));
    expect(kazakh.length).toBeGreaterThan(0);
    for (const { id, services = [] } of [...content.slice(0, 6), ...kazakh.slice(0, 3)]) {
      const flats = z.array(FlatDetailed).parse(await rest.get(`${A}/entrances/${id}/flats`));
      for (const { owner } of flats.slice(0, 3))
        z.array(AbonentFlat).parse(await rest.get(`${A}/abonents/${owner.id}/flats`));
      for (const service of services)
        z.array(Connection).parse(await rest.get(`${A}/services/${service.id}/connections`));
    }
  });

  test('pages: of a search pageable and sort may be null, of messages never', async () => {
    Entrances.parse(await rest.get(`${A}/entrances?page=0&size=7&address=${encodeURIComponent('Тула')}`));
    const [{ owner }] = await rest.get(`${A}/accounts`);
    await sandbox.call('POST /messages', { abonentId: owner.id, count: 3 });
    for (const query of ['', '?channel=support&page=0&size=2', '?page=9'])
      Messages.parse(await rest.get(`${A}/abonents/${owner.id}/messages${query}`));
    const services = await rest.get(`${A}/services`);
    expect(z.array(Service).parse(services.content)).toHaveLength(20);
  });
});

describe('requests are taken as clients send them', () => {
  test('JSON announced and nothing sent: with GET, with PUT and DELETE of a block, with a length of 0 and without', async () => {
    const account = (await rest.get(`${A}/accounts`)).find(
      ({ number, blocked }: AnyJson) => number && !blocked,
    );
    const path = `${A}/accounts/${encodeURIComponent(account.number)}/block`;
    for (const [method, where] of [
      ['GET', `${A}/accounts/${account.id}`],
      ['PUT', path],
      ['DELETE', path],
    ] as const)
      for (const more of [{}, { 'content-length': '0' }]) {
        const headers = {
          authorization: `Bearer ${rest.token}`,
          'content-type': 'application/json',
          ...more,
        };
        const url = `${sandbox.endpoints.rosdomofon.url}${where}`;
        expect((await send(url, { method, headers })).status).toBe(200);
      }
  });

  test('what counts as success is exactly 200', async () => {
    const [{ id: accountId, owner }] = await rest.get(`${A}/accounts`);
    const connections = await rest.get(`${A}/accounts/${accountId}/connections`);
    const { body } = await sandbox.call('POST /sign-ups');
    const message = { toAbonents: [{ id: owner.id, phone: 0 }], channel: 'support', message: 'x' };
    for (const [method, path, sent] of [
      ['PUT', `${A}/services_connections/${connections[0]?.id}/block`, undefined],
      ['DELETE', `${A}/services_connections/${connections[0]?.id}/block`, undefined],
      ['POST', `${A}/messages`, { ...message, deliveryMethod: 'push', broadcast: false }],
      ['PATCH', `/abonents-service/api/v2/sign_ups/${body.signUps[0]?.id}`, { status: 'processed' }],
    ] as const)
      expect((await rest.call(method, path, sent)).status).toBe(200);
  });

  test('a token ends after its time and when it is revoked: any 401, one sign-in, one repeat', async () => {
    await sandbox.call('POST /behaviour', { tokenLifetimeS: 1 });
    const short = await operator(sandbox);
    const statusOf = async (client: RestClient) => (await client.call('GET', `${A}/services`)).status;
    expect(await statusOf(short)).toBe(200);
    await expect.poll(() => statusOf(short), { timeout: 5000 }).toBe(401);
    await sandbox.call('POST /behaviour', { tokenLifetimeS: 3600 });
    const fresh = await operator(sandbox);
    expect(await statusOf(fresh)).toBe(200);
    expect((await sandbox.call('POST /tokens/revoke', { company: 'demo' })).status).toBe(200);
    expect(await statusOf(fresh)).toBe(401);
    rest = await operator(sandbox);
    expect(await statusOf(rest)).toBe(200);
  });

  test('wrong credentials are 400 invalid_grant: a 401 would make one client sign in without end', async () => {
    const { url, username } = sandbox.endpoints.rosdomofon;
    const form = { grant_type: 'password', client_id: 'machine', username, password: 'wrong' };
    expect(await signIn(url, form)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test('with isSparse nothing is left of what the service sometimes leaves out', async () => {
    const [{ id }] = await rest.get(`${A}/accounts`);
    await sandbox.call('POST /behaviour', { isSparse: true });
    const [account] = await rest.get(`${A}/accounts`);
    expect(Object.keys(account).toSorted()).toEqual(
      ['blocked', 'company', 'id', 'isCompanyRecurringEnabled', 'number', 'owner'].filter(
        (key) => key in account,
      ),
    );
    const info = await rest.get(`${A}/accounts/${id}`);
    expect(info.owner).toEqual({ id: expect.any(Number) });
    for (const flat of await rest.get(`${A}/accounts/${id}/flats`)) expect(Object.keys(flat)).toEqual(['id']);
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!hasPython)(
  'a client in Python, with nothing but its standard library, goes the whole way',
  async () => {
    const { url, username, password } = sandbox.endpoints.rosdomofon;
    await sandbox.call('POST /sign-ups', {
      phone: '79000007773',
      city: 'Иваново',
      street: 'Ташкентская',
      house: '100',
      flat: 2,
    });
    const script = fileURLToPath(new URL('../../test-clients/rosdomofon_client.py', import.meta.url));
    const { stdout } = await promisify(execFile)('python3', [
      script,
      '--url',
      url,
      '--username',
      username,
      '--password',
      password,
      '--sign-up',
      JSON.stringify(JSON.parse((await sandbox.call('GET /sign-ups')).text).signUps[0]),
    ]);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ blocked: true, unblocked: true, rejected_flat_id: 400 });
    const there = JSON.parse((await sandbox.call('GET /abonent?phone=79000007773')).text);
    expect(there).toMatchObject({
      counts: { accounts: 1, flats: 1, connections: result.connections.length, messages: 1, signUps: 1 },
      accounts: [{ id: result.account_id, isBlocked: false }],
      flats: [{ id: result.flat_id, entranceId: result.entrance_id, number: 2 }],
    });
    expect(JSON.parse((await sandbox.call('GET /sign-ups')).text).signUps[0].status).toBe('CONNECTED');
  },
);
