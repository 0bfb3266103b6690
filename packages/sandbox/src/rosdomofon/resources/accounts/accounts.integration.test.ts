import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { A, type AnyJson, operator, type RestClient } from '../../../testing/rosdomofon-client.ts';
import { openTestSandbox, type TestSandbox } from '../../../testing/test-sandbox.ts';

let sandbox: TestSandbox;
let rest: RestClient;
let accounts: AnyJson[];
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 600 });
  rest = await operator(sandbox);
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
  accounts = await rest.get(`${A}/accounts`);
});
afterAll(() => sandbox.close());

const abonent = async (id: number) => JSON.parse((await sandbox.call(`GET /abonent?abonentId=${id}`)).text);
const byId = async (id: number) =>
  (await rest.get(`${A}/accounts`)).find((account: AnyJson) => account.id === id);

describe('GET accounts', () => {
  test('is a bare array of all accounts of the company, sent piece by piece', async () => {
    const answer = await rest.call('GET', `${A}/accounts`);
    expect(answer.body).toHaveLength(600);
    expect(answer.headers['content-length']).toBeUndefined();
    expect(answer.headers['transfer-encoding']).toBe('chunked');
    expect(new Set(answer.body.map(({ company }: AnyJson) => company.shortName))).toEqual(new Set(['demo']));
    expect(new Set(answer.body.map(({ id }: AnyJson) => id)).size).toBe(600);
  });

  test('has blocked ones, ones without a number, and two of one abonent', () => {
    expect(accounts.filter(({ blocked }) => blocked).length).toBeGreaterThan(5);
    expect(accounts.filter(({ number }) => number == null).length).toBeGreaterThan(0);
    const owners = accounts.map(({ owner }) => owner.phone);
    expect(new Set(owners).size).toBeLessThan(owners.length);
    expect(owners.every((phone) => /^79000\d{6}$/.test(String(phone)))).toBe(true);
  });
});

describe('POST accounts', () => {
  test('makes an account for the abonent with that phone, who is found by it from then on', async () => {
    const { status, body } = await rest.call('POST', `${A}/accounts`, {
      number: 'Д-77',
      phone: '79000009876',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: expect.any(Number),
      owner: { phone: 79_000_009_876, resolved: expect.any(Boolean) },
    });
    expect(await byId(body.id)).toMatchObject({
      number: 'Д-77',
      blocked: false,
      owner: { id: body.owner.id },
    });
    expect(await abonent(body.owner.id)).toMatchObject({
      counts: { accounts: 1, flats: 0, connections: 0 },
      accounts: [{ id: body.id, number: 'Д-77' }],
    });
  });

  test('knows the abonent who signed up with that phone', async () => {
    await sandbox.call('POST /sign-ups', { phone: '79000004321' });
    const { text } = await sandbox.call('GET /sign-ups?phone=79000004321');
    const { body } = await rest.call('POST', `${A}/accounts`, { number: '1', phone: '79000004321' });
    expect(body.owner.id).toBe(JSON.parse(text).signUps[0].abonent.id);
  });

  test.each([
    [{ number: 7, phone: '79000000001' }, 400, 'number'],
    [{ number: '7', phone: 79_000_000_001 }, 400, 'phone'],
    [{ number: '7', phone: '+79000000001' }, 400, 'phone: expected 11 digits'],
    [{ phone: '79000000001' }, 400, 'number'],
    [undefined, 400, 'expected object'],
  ])('with %j is refused with %i and the reason', async (body, status, reason) => {
    const answer = await rest.call('POST', `${A}/accounts`, body);
    expect(answer).toMatchObject({ status, body: { status, message: expect.stringContaining(reason) } });
  });

  test('with a number that is taken is refused with 422; another company may have the same', async () => {
    const { number } = accounts.find((account) => account.number);
    const body = { number, phone: '79000009999' };
    expect(await rest.call('POST', `${A}/accounts`, body)).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining(number) },
    });
    const other = await operator(sandbox, 'Uyutny_Dvor');
    const fresh = { ...body, number: 'only ours' };
    for (const client of [rest, other])
      expect((await client.call('POST', `${A}/accounts`, fresh)).status).toBe(200);
  });
});

describe('blocking an account', () => {
  const path = (which: string | number) => `${A}/accounts/${encodeURIComponent(which)}/block`;

  test('goes by its number, also one with letters, and twice is once', async () => {
    for (const chosen of [
      accounts.find(({ number, blocked }) => !blocked && number?.startsWith('0')),
      accounts.find(({ number, blocked }) => !blocked && number?.startsWith('ЛС')),
    ]) {
      for (const method of ['PUT', 'PUT'])
        expect(await rest.call(method, path(chosen.number))).toMatchObject({ status: 200, text: '' });
      expect((await byId(chosen.id)).blocked).toBe(true);
      for (const method of ['DELETE', 'DELETE'])
        expect(await rest.call(method, path(chosen.number))).toMatchObject({ status: 200, text: '' });
      expect((await byId(chosen.id)).blocked).toBe(false);
    }
  });

  test('by its id is answered with 404', async () => {
    expect((await rest.call('PUT', path(accounts[0].id))).status).toBe(404);
  });

  test('blocks that one and no other, not even the one with the same number in another company', async () => {
    const other = await operator(sandbox, 'Uyutny_Dvor');
    const theirs = await other.get(`${A}/accounts`);
    const chosen = accounts.find(
      ({ number, blocked }) =>
        !blocked && theirs.some((one: AnyJson) => one.number === number && !one.blocked),
    );
    await rest.call('PUT', path(chosen.number));
    expect(await other.get(`${A}/accounts`)).toEqual(theirs);
    const after = await rest.get(`${A}/accounts`);
    const changed = after.filter((account: AnyJson, i: number) => account.blocked !== accounts[i].blocked);
    expect(changed.map(({ id }: AnyJson) => id)).toEqual([chosen.id]);
  });
});

describe('one account', () => {
  test('comes with owner, company, money, and connections with their flats', async () => {
    const infos = await Promise.all(accounts.slice(0, 150).map(({ id }) => rest.get(`${A}/accounts/${id}`)));
    for (const [i, info] of infos.entries())
      expect(info).toMatchObject({
        id: accounts[i].id,
        number: accounts[i].number ?? '',
        blocked: accounts[i].blocked,
        owner: { id: accounts[i].owner.id },
        connections: expect.any(Array),
      });
    const some = (has: (info: AnyJson) => unknown) => infos.filter((info) => Boolean(has(info))).length;
    expect(some(({ balance }) => balance?.balance < 0)).toBeGreaterThan(0);
    expect(some(({ balance }) => balance?.balance > 0)).toBeGreaterThan(50);
    expect(some(({ invoice }) => invoice)).toBeGreaterThan(50);
    expect(some(({ recurringPayment }) => recurringPayment)).toBeGreaterThan(10);
    expect(some(({ connections }) => connections.some(({ blocked }: AnyJson) => blocked))).toBeGreaterThan(0);
  });

  test('who is blocked owes something', async () => {
    const blocked = accounts.filter((account) => account.blocked);
    const infos = await Promise.all(blocked.map(({ id }) => rest.get(`${A}/accounts/${id}`)));
    const balances = infos.flatMap(({ balance }) => (balance ? [balance.balance] : []));
    expect(balances.length).toBeGreaterThan(5);
    expect(balances.every((balance) => balance < 0)).toBe(true);
  });

  test('has delegations in both forms that are seen: objects, and ids as text', async () => {
    const infos = await Promise.all(accounts.slice(0, 200).map(({ id }) => rest.get(`${A}/accounts/${id}`)));
    const delegations = infos.flatMap(({ owner }) => owner.delegations ?? []);
    const forms = new Set(delegations.map(({ fromAbonent }: AnyJson) => typeof fromAbonent));
    expect(forms).toEqual(new Set(['object', 'string']));
    for (const { fromAbonent, toAbonent } of delegations)
      for (const person of [fromAbonent, toAbonent])
        expect(typeof person === 'string' ? { id: Number(person), phone: 0 } : person).toEqual({
          id: expect.any(Number),
          phone: expect.any(Number),
        });
  });

  test('its flats and connections are what the detailed answer shows', async () => {
    for (const { id } of accounts.slice(0, 30)) {
      const info = await rest.get(`${A}/accounts/${id}`);
      const connections = await rest.get(`${A}/accounts/${id}/connections`);
      const flats = await rest.get(`${A}/accounts/${id}/flats`);
      expect(connections.map((one: AnyJson) => one.id)).toEqual(
        info.connections.map((one: AnyJson) => one.id),
      );
      const ids = new Set(flats.map((flat: AnyJson) => flat.id));
      for (const { flat, account } of connections) {
        expect(ids).toContain(flat.id);
        expect([flat.accountId, account.id]).toEqual([id, id]);
      }
    }
  });

  test.each([
    ['accounts/1', 404],
    ['accounts/abc', 400],
    ['accounts/1/flats', 404],
    ['accounts/1/connections', 404],
  ])('%s is answered with %i', async (path, status) => {
    expect(await rest.call('GET', `${A}/${path}`)).toMatchObject({ status, body: { status } });
  });
});
