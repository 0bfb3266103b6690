import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readRecords } from '../testing/kafka-client.ts';
import { A, type AnyJson, operator, type RestClient } from '../testing/rosdomofon-client.ts';
import { openTestSandbox, type TestSandbox } from '../testing/test-sandbox.ts';

let sandbox: TestSandbox;
let rest: RestClient;
let account: AnyJson;
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 120, seed: 'city calls' });
  rest = await operator(sandbox);
  const accounts = await rest.get(`${A}/accounts`);
  for (const { id } of accounts) {
    account = await rest.get(`${A}/accounts/${id}`);
    if (account.connections.length > 0) break;
  }
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
});
afterAll(() => sandbox.close());

const control = async (call: string, body?: object) => JSON.parse((await sandbox.call(call, body)).text);

describe('an abonent of the city', () => {
  test('signs up from his flat, by the id of his account; Kafka and the list tell the same', async () => {
    const { signUps } = await control('POST /sign-ups', { accountId: account.id });
    const [flat] = await rest.get(`${A}/accounts/${account.id}/flats`);
    const [record] = await readRecords(sandbox.endpoints, ['SIGN_UPS_demo'], 1);
    const event = JSON.parse(String(record?.value));
    const { street, house, city } = flat.address;
    expect(event).toMatchObject({
      uid: signUps[0].uid,
      abonent: { id: account.owner.id, phone: account.owner.phone },
      address: {
        city,
        street: { id: street.id, name: street.name },
        house: { id: house.id },
        flat: flat.address.flat,
      },
    });
    expect((await control(`GET /sign-ups?accountId=${account.id}`)).signUps).toEqual([event]);
    expect((await control('GET /sign-ups?phone=79000009999')).signUps).toEqual([]);
  });

  test('writes, by the id of his account, and is in the history of REST', async () => {
    const { messages } = await control('POST /messages', { accountId: account.id, text: 'Это я' });
    expect(messages).toMatchObject([{ abonentId: account.owner.id, text: 'Это я' }]);
    const { content } = await rest.get(`${A}/abonents/${account.owner.id}/messages`);
    expect(content).toMatchObject([{ incoming: true, message: 'Это я', channel: 'support' }]);
    expect((await control(`GET /abonent?accountId=${account.id}`)).counts).toMatchObject({
      messages: 1,
      signUps: 0,
    });
  });

  test('is somebody of the city when nobody is named: writers have an account, their address exists', async () => {
    const accounts = await rest.get(`${A}/accounts`);
    const owners = new Set(accounts.map(({ owner }: AnyJson) => owner.id));
    const { messages } = await control('POST /messages', { count: 30 });
    for (const { abonentId } of messages) expect(owners).toContain(abonentId);
  });

  test('may sign up from an entrance, from a house by name, and from one that there is not', async () => {
    const [entrance] = (await rest.get(`${A}/entrances`)).content;
    const { address } = await rest.get(`/rdas-service/api/v1/entrances/${entrance.id}/`);
    await control('POST /sign-ups', { entranceId: entrance.id, flat: 9 });
    const [city, street, house] = entrance.addressString.split(', ');
    await control('POST /sign-ups', { city, street, house, flat: null });
    await control('POST /sign-ups', { city, street, house: '777к7' });
    const { signUps } = await control('GET /sign-ups');
    expect(signUps.map((signUp: AnyJson) => signUp.address)).toMatchObject([
      { house: { number: '777', housing: '7' } },
      {
        street: { id: address.street.id, codeFias: address.street.codeFias },
        house: { id: address.house.id },
        flat: null,
      },
      { street: { id: address.street.id }, house: { id: address.house.id }, flat: 9 },
    ]);
  });

  test.each([
    ['POST /sign-ups', { accountId: 5 }, 404],
    ['POST /sign-ups', { entranceId: 5 }, 404],
    ['POST /messages', { accountId: 5 }, 404],
    ['GET /abonent', undefined, 400],
    ['GET /chat?abonentId=x', undefined, 400],
    ['POST /action-tokens', {}, 400],
    ['POST /behaviour', { tokenLifetimeS: 0 }, 400],
  ])('%s with %j is refused with %i', async (call, body, status) => {
    const answer = await sandbox.call(call, body);
    expect([answer.status, typeof answer.body.code]).toEqual([status, 'string']);
  });
});

describe('GET /city', () => {
  test('counts what REST shows', async () => {
    const { companies } = await control('GET /city');
    const [own] = companies;
    const accounts = await rest.get(`${A}/accounts`);
    const services = (await rest.get(`${A}/services?size=2000`)).content;
    let connections = 0;
    for (const { id } of services) connections += (await rest.get(`${A}/services/${id}/connections`)).length;
    const flats = await Promise.all(
      (await rest.get(`${A}/entrances?size=2000`)).content.map(({ id }: AnyJson) =>
        rest.get(`${A}/entrances/${id}/flats`),
      ),
    );
    expect(own).toMatchObject({
      shortName: 'demo',
      username: sandbox.endpoints.rosdomofon.username,
      accounts: accounts.length,
      blockedAccounts: accounts.filter(({ blocked }: AnyJson) => blocked).length,
      services: services.length,
      flats: flats.flat().length,
      connections,
    });
  });
});

describe('POST /reset', () => {
  test('puts the city back as it was in the beginning; a new id is never one of before', async () => {
    const before = await rest.get(`${A}/accounts`);
    const make = async () =>
      (await rest.call('POST', `${A}/accounts`, { number: 'Д-1', phone: '79000001234' })).body.id;
    const first = await make();
    await rest.call('PUT', `${A}/accounts/%D0%94-1/block`);
    expect(await rest.get(`${A}/accounts`)).toHaveLength(before.length + 1);
    await sandbox.call('POST /behaviour', { isSparse: true });
    await sandbox.call('POST /reset');
    expect(await rest.get(`${A}/accounts`)).toEqual(before);
    expect(await make()).toBeGreaterThan(first);
    expect(await control('GET /behaviour')).toEqual({
      tokenLifetimeS: 3600,
      abonentFlats: 'works',
      isSparse: false,
    });
  });
});
