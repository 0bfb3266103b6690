import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createMirror } from '../../testing/mirror.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
let other: Tenant;
// any: answers are looked at by tests, which know their shape
let mine: any;

/** Both companies have objects of the same ids in RosDomofon, with other contents: an id alone must find nothing. */
const rowsOf = (company: string, number: string) => ({
  services: [{ rosdomofonId: 1, name: `service of ${company}` }],
  entrances: [
    {
      rosdomofonId: 1,
      addressLine: `${company}, Ташкентская, 100`,
      services: [1],
      ranges: [{ flatStart: 1, flatEnd: 5 }],
    },
  ],
  accounts: [
    { rosdomofonId: 1, number, phone: `7900000${number}`, ownerAbonentRosdomofonId: 1 },
    { rosdomofonId: 2, ownerAbonentRosdomofonId: 1 },
  ],
  flats: [
    {
      rosdomofonId: 1,
      number: '1',
      entranceRosdomofonId: 1,
      accountRosdomofonId: 1,
      ownerAbonentRosdomofonId: 1,
    },
  ],
  connections: [{ rosdomofonId: 1, accountRosdomofonId: 1 }],
});

const LISTS = `{
  accounts(first: 1) { nodes { id } pageInfo { endCursor } } abonents(first: 1) { nodes { id } pageInfo { endCursor } }
  entrances(first: 1) { nodes { id } pageInfo { endCursor } } flats(first: 1) { nodes { id } pageInfo { endCursor } }
  services(first: 1) { nodes { id serviceConnections(first: 1) { nodes { id } } } pageInfo { endCursor } }
  syncRuns(first: 1) { nodes { id } pageInfo { endCursor } }
}`;

beforeAll(async () => {
  api = await startApi();
  [demo, other] = [await api.tenant('demo'), await api.tenant('other')];
  await (await createMirror(api.store, demo)).import(rowsOf('demo', '1111'));
  await (await createMirror(api.store, other)).import(rowsOf('other', '2222'));
  mine = (await api.query(demo.key, LISTS)).data;
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

const theirs = async (text: string, variables?: Record<string, unknown>) => {
  const { data, errors } = await api.query(other.key, text, variables);
  expect(errors).toEqual([]);
  return data;
};

describe('a key of another company', () => {
  it('finds nothing by an id', async () => {
    const ids: Record<string, string> = {
      account: mine.accounts.nodes[0].id,
      abonent: mine.abonents.nodes[0].id,
      entrance: mine.entrances.nodes[0].id,
      flat: mine.flats.nodes[0].id,
      service: mine.services.nodes[0].id,
      syncRun: mine.syncRuns.nodes[0].id,
    };
    const connection = mine.services.nodes[0].serviceConnections.nodes[0].id;
    const all = [...Object.values(ids), connection];
    expect(new Set(all.map((id) => id.slice(0, 4)))).toEqual(
      new Set(['acc_', 'abn_', 'ent_', 'flt_', 'svc_', 'syn_', 'scn_']),
    );
    const fields = Object.entries(ids).map(([field, id]) => `${field}(id: "${id}") { id }`);
    const text = `query ($ids: [ID!]!) { nodes(ids: $ids) { id } ${fields.join(' ')} }`;
    const own = (await api.query(demo.key, text, { ids: all })).data;
    expect(own.nodes).toEqual(all.map((id) => ({ id })));
    for (const [field, id] of Object.entries(ids)) expect(own[field]).toEqual({ id });
    expect(await theirs(text, { ids: all })).toEqual({
      nodes: all.map(() => null),
      ...Object.fromEntries(Object.keys(ids).map((field) => [field, null])),
    });
  });

  it('finds nothing by number, phone, search or filter', async () => {
    const flat = mine.flats.nodes[0];
    expect(flat).toBeDefined();
    const data = await theirs(
      `query ($entrance: ID!, $account: ID!, $service: ID!) {
        accountByNumber(number: "1111") { id } accountsByPhone(phone: "+79000001111") { id }
        byPart: accounts(first: 5, search: "1111") { nodes { id } totalCount { count } }
        byAddress: accounts(first: 5, search: "demo ташкентская") { nodes { id } totalCount { count } }
        abonents(first: 5, filter: { phone: "+79000001111" }) { nodes { id } }
        entrances(first: 5, search: "demo") { nodes { id } totalCount { count } }
        byService: entrances(first: 5, filter: { serviceId: $service }) { nodes { id } }
        byEntrance: flats(first: 5, filter: { entranceId: $entrance }) { nodes { id } }
        byAccount: flats(first: 5, filter: { accountId: $account }) { nodes { id } }
      }`,
      {
        entrance: mine.entrances.nodes[0].id,
        account: mine.accounts.nodes[0].id,
        service: mine.services.nodes[0].id,
      },
    );
    const none = { nodes: [], totalCount: { count: 0 } };
    expect(data).toEqual({
      accountByNumber: null,
      accountsByPhone: [],
      byPart: none,
      byAddress: none,
      abonents: { nodes: [] },
      entrances: none,
      byService: { nodes: [] },
      byEntrance: { nodes: [] },
      byAccount: { nodes: [] },
    });
  });

  it('sees its own objects behind the same ids of RosDomofon, on every way between them', async () => {
    const { accounts, entrances } = await theirs(`{
      accounts(last: 1) { nodes { number owner { phone accounts(first: 5) { totalCount { count } nodes { number } } }
        flats(first: 5) { nodes { entrance { addressLine services { name } flats(first: 5) { totalCount { count } } } owner { phone } account { number } } }
        serviceConnections(first: 5) { totalCount { count } nodes { service { name serviceConnections(first: 5) { totalCount { count } } } flat { account { number } } } } } }
      entrances(first: 1) { nodes { flatRanges { end } flatMap(first: 1) { entries { account { number } flat { owner { phone } } } } } }
    }`);
    const text = JSON.stringify({ accounts, entrances });
    expect(text).not.toMatch(/demo|1111/);
    expect(accounts.nodes[0]).toMatchObject({
      number: '2222',
      owner: { accounts: { totalCount: { count: 2 } } },
      flats: {
        nodes: [
          { entrance: { services: [{ name: 'service of other' }], flats: { totalCount: { count: 1 } } } },
        ],
      },
      serviceConnections: {
        totalCount: { count: 1 },
        nodes: [
          {
            service: { serviceConnections: { totalCount: { count: 1 } } },
            flat: { account: { number: '2222' } },
          },
        ],
      },
    });
    expect(entrances.nodes[0].flatMap.entries).toMatchObject([{ account: { number: '2222' } }]);
  });

  it('cannot use a cursor', async () => {
    for (const [list, { pageInfo }] of Object.entries<any>(mine)) {
      const text = `{ ${list}(first: 1, after: "${pageInfo.endCursor}") { nodes { id } } }`;
      expect((await api.query(demo.key, text)).errors).toEqual([]);
      expect((await api.query(other.key, text)).errors).toMatchObject([
        { message: 'The cursor is not one of this list.', extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });
});
