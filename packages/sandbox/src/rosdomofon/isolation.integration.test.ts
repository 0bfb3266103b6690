import { afterAll, beforeAll, expect, test } from 'vitest';
import { A, type AnyJson, operator, type RestClient } from '../testing/rosdomofon-client.ts';
import { openTestSandbox, type TestSandbox } from '../testing/test-sandbox.ts';

let sandbox: TestSandbox;
let own: RestClient;
let other: RestClient;
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 400 });
  [own, other] = [await operator(sandbox), await operator(sandbox, 'Kvartal_Domofon')];
});
afterAll(() => sandbox.close());

const pageOf = (client: RestClient, what: string) => client.get(`${A}/${what}?size=2000`);
const idsOf = (things: AnyJson[]) => things.map(({ id }) => id);

test('every operator sees things of his own, and there are at least three companies', async () => {
  const { companies } = JSON.parse((await sandbox.call('GET /city')).text);
  expect(companies.length).toBeGreaterThanOrEqual(3);
  const seen: number[] = [];
  for (const { shortName, accounts, entrances, services } of companies) {
    const client = await operator(sandbox, shortName === 'demo' ? undefined : shortName);
    const [list, places, offers] = [
      await client.get(`${A}/accounts`),
      await pageOf(client, 'entrances'),
      await pageOf(client, 'services'),
    ];
    expect([list.length, places.totalElements, offers.totalElements]).toEqual([
      accounts,
      entrances,
      services,
    ]);
    expect(list.every(({ company }: AnyJson) => company.shortName === shortName)).toBe(true);
    seen.push(...idsOf(list), ...idsOf(places.content), ...idsOf(offers.content));
  }
  expect(new Set(seen).size).toBe(seen.length);
});

test('what another company has cannot be read and not be changed, whatever the call', async () => {
  const [account] = (await other.get(`${A}/accounts`)).filter(({ number }: AnyJson) => number);
  const [entrance] = (await pageOf(other, 'entrances')).content;
  const [service] = entrance.services;
  const [connection] = await other.get(`${A}/services/${service.id}/connections`);
  for (const path of [
    `${A}/accounts/${account.id}`,
    `${A}/accounts/${account.id}/flats`,
    `${A}/accounts/${account.id}/connections`,
    `${A}/entrances/${entrance.id}/services`,
    `${A}/entrances/${entrance.id}/flats`,
    `/rdas-service/api/v1/entrances/${entrance.id}/`,
    `${A}/services/${service.id}/connections`,
  ]) {
    expect((await other.call('GET', path)).status).toBe(200);
    expect((await own.call('GET', path)).status).toBe(404);
  }
  const [before] = await other.get(`${A}/services/${service.id}/connections`);
  expect((await own.call('PUT', `${A}/services_connections/${connection.id}/block`)).status).toBe(404);
  const flat = { entranceId: String(entrance.id), flatNumber: '1' };
  expect((await own.call('POST', `${A}/flats`, flat)).status).toBe(422);
  expect(
    (await own.call('POST', `${A}/services/${service.id}/connections`, { flatId: connection.flat.id }))
      .status,
  ).toBe(404);
  expect((await other.get(`${A}/services/${service.id}/connections`))[0]).toEqual(before);
});

test('an abonent of two companies has in each what is there, and its messages', async () => {
  const [ours, theirs] = [await own.get(`${A}/accounts`), await other.get(`${A}/accounts`)];
  const both = new Set(idsOf(ours.map(({ owner }: AnyJson) => owner)));
  const shared = theirs.map(({ owner }: AnyJson) => owner).filter(({ id }: AnyJson) => both.has(id));
  expect(shared.length).toBeGreaterThan(0);
  const foreign = theirs.map(({ owner }: AnyJson) => owner).find(({ id }: AnyJson) => !both.has(id));
  expect((await own.call('GET', `${A}/abonents/${foreign.id}/flats`)).status).toBe(404);
  expect((await own.call('GET', `${A}/abonents/${foreign.id}/messages`)).status).toBe(404);

  for (const { id } of shared) {
    const [here, there] = [
      await own.get(`${A}/abonents/${id}/flats`),
      await other.get(`${A}/abonents/${id}/flats`),
    ];
    expect(idsOf(here).filter((flat) => idsOf(there).includes(flat))).toEqual([]);
  }
  const [{ id }] = shared;
  await sandbox.call('POST /messages', { abonentId: id, text: 'нам' });
  const message = { toAbonents: [{ id }], channel: 'support', message: 'от них' };
  await other.call('POST', `${A}/messages`, message);
  const texts = async (client: RestClient) =>
    (await client.get(`${A}/abonents/${id}/messages`)).content.map(({ message: text }: AnyJson) => text);
  expect(await texts(own)).toEqual(['нам']);
  expect(await texts(other)).toEqual(['от них']);
});

test('a house where two companies have entrances shows to each its own', async () => {
  const [ours, theirs] = [await pageOf(own, 'entrances'), await pageOf(other, 'entrances')];
  const lines = new Set(ours.content.map(({ addressString }: AnyJson) => addressString));
  const [shared] = theirs.content.filter(({ addressString }: AnyJson) => lines.has(addressString));
  const query = `entrances?size=2000&address=${encodeURIComponent(shared.addressString)}`;
  const found = await Promise.all(
    [own, other].map(async (client) => idsOf((await client.get(`${A}/${query}`)).content)),
  );
  expect(found[0]?.length).toBeGreaterThan(0);
  expect(found[1]).toContain(shared.id);
  expect(found[0]?.filter((id) => found[1]?.includes(id))).toEqual([]);
});

test('a sign-up of the sandbox’s company is not another operator’s to change', async () => {
  const { body } = await sandbox.call('POST /sign-ups');
  const path = `/abonents-service/api/v2/sign_ups/${body.signUps[0]?.id}`;
  expect((await other.call('PATCH', path, { status: 'rejected' })).status).toBe(404);
  expect((await own.call('PATCH', path, { status: 'processed' })).status).toBe(200);
  expect(JSON.parse((await sandbox.call('GET /sign-ups')).text).signUps[0].status).toBe('PROCESSED');
});
