import { PERMISSIONS } from '@domovoy/domain';
import { indexBackfill, indexFeed, openFeed, restartSearch } from '@domovoy/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { countReads } from '../../testing/count-reads.ts';
import { createMirror } from '../../testing/mirror.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
let other: Tenant;

beforeAll(async () => {
  api = await startApi({ isAlone: true });
  [demo, other] = [await api.tenant('demo'), await api.tenant('other')];
  for (const tenant of [demo, other]) {
    await tenant.messages(['Не работает домофон', 'мой номер 8 900 000-77-34'], {
      abonentRosdomofonId: 50,
      phone: '79000001234',
    });
    await tenant.signUps([1, 2, 3]);
    await (await createMirror(api.store, tenant)).import({
      entrances: [
        { rosdomofonId: 1, addressLine: 'Иваново, Ташкентская, 100, подъезд 1' },
        { rosdomofonId: 2, addressLine: 'Иваново, Ленина, 5' },
      ],
      accounts: [
        { rosdomofonId: 1, number: 'ЛС-4711', phone: '79000000012' },
        { rosdomofonId: 2, number: '79000000077', phone: '79000000077' },
      ],
      flats: [{ rosdomofonId: 1, number: '7', entranceRosdomofonId: 1, accountRosdomofonId: 1 }],
    });
  }
  await index();
});
afterAll(() => api[Symbol.asyncDispose]());

/** As the consumer does it. */
async function index(): Promise<void> {
  const { store } = api;
  const epoch = await openFeed(store);
  await restartSearch(store, epoch);
  while ((await indexFeed(store, { epoch, limit: 100 }))?.hasMore === true);
  while ((await indexBackfill(store, 100)).hasMore);
}

const SEARCH = `query ($text: String!, $first: Int! = 5) { search(text: $text, first: $first) {
  accounts { hasMore nodes { __typename id number phone } } entrances { hasMore nodes { __typename id addressLine } }
  flats { hasMore nodes { __typename id number } } signUps { hasMore nodes { __typename id phone } }
  conversations { hasMore nodes { __typename id abonent { phone } } } messages { hasMore nodes { __typename id text } }
} }`;
type Found = Record<string, { hasMore: boolean; nodes: Record<string, unknown>[] } | null>;

async function search(text: string, { key = demo.key, first = 5 } = {}): Promise<Found> {
  const { data, errors } = await api.query(key, SEARCH, { text, first });
  expect(errors).toEqual([]);
  return data.search;
}
/** How many of each type, but for those of which there are none. */
const counts = (found: Found) =>
  Object.fromEntries(
    Object.entries(found).flatMap(([type, hits]) => (hits?.nodes.length ? [[type, hits.nodes.length]] : [])),
  );

describe('a search', () => {
  it.each([
    ['домофон', { messages: 1 }],
    ['8 (900) 000-00-12', { accounts: 1 }],
    ['1234', { conversations: 1 }],
    ['+79000000002', { signUps: 1 }],
    ['лс4711', { accounts: 1 }],
    ['ташк 100', { accounts: 1, entrances: 1, signUps: 3 }],
    ['7 ташкентская 100', { accounts: 1, flats: 1, signUps: 3 }],
    ['9000007734', { messages: 1 }],
    ['кракозябра', {}],
    ['', {}],
  ])('for %j finds by type: %j', async (text, expected) => {
    expect(counts(await search(text))).toEqual(expected);
  });

  it('gives so many of each type as were asked for, and tells whether there are more', async () => {
    expect((await search('ташкентская', { first: 2 }))['signUps']).toMatchObject({
      hasMore: true,
      nodes: [{ phone: '+79000000003' }, { phone: '+79000000002' }],
    });
    expect((await search('ташкентская', { first: 3 }))['signUps']).toMatchObject({ hasMore: false });
    for (const first of [0, 21])
      expect((await api.query(demo.key, SEARCH, { text: 'x', first })).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT' } },
      ]);
  });

  it('finds nothing of another company', async () => {
    const ids = async (key: string) =>
      JSON.stringify(await search('ташкентская', { key })).match(/"id":"\w+"/g) ?? [];
    const [mine, theirs] = [await ids(demo.key), await ids(other.key)];
    expect(mine.length).toBeGreaterThan(4);
    expect(theirs).toHaveLength(mine.length);
    for (const id of mine) expect(theirs).not.toContain(id);
  });

  it('reads as often for twenty rows as for one', async () => {
    const text = (first: number) =>
      `{ search(text: "ташкентская 100", first: ${first}) { accounts { nodes { id owner { phone } } } flats { nodes { id } }
         signUps { nodes { id abonent { phone } } } messages { nodes { id } } } }`;
    const [one, many] = [await countReads(api, demo, text(1)), await countReads(api, demo, text(20))];
    // Abonents once for each type that asks for them, because types are found one after the other.
    expect(many.repeated).toEqual(one.repeated);
    expect(many.readCount).toBe(one.readCount);
    expect(many.data.search.signUps.nodes).toHaveLength(3);
  });
});

describe('whoever may not see phones', () => {
  it('finds nothing by any part of one, in no type, and sees none in what is found otherwise', async () => {
    const masked = await api.key(demo, {
      permissions: PERMISSIONS.filter((permission) => permission !== 'SEE_PHONES'),
    });
    const spellings = [
      '+7 900 000-00-12',
      '9000000012',
      '0012',
      '89000000012',
      '000012',
      '900000',
      '1234',
      '0077',
    ];
    const messages = ['8 900 000-77-34', '9000007734', '7734', '8 900', '34'];
    for (const text of [...spellings, ...messages])
      expect([text, counts(await search(text, { key: masked }))]).toEqual([text, {}]);
    // The control: all of it is there.
    for (const text of [...spellings, ...messages.slice(0, 3)])
      expect(Object.keys(counts(await search(text))).length).toBeGreaterThan(0);
    for (const text of ['ташкентская', 'номер', 'лс4711']) {
      const found = await search(text, { key: masked });
      expect(Object.keys(counts(found)).length).toBeGreaterThan(0);
      expect(JSON.stringify(found)).not.toMatch(/900000\d|000-77/);
    }
  });

  it('and a type that the caller may not read is null, with the permission, while the others are found', async () => {
    const key = await api.key(demo, { permissions: ['READ_ENTRANCES'] });
    const { data, errors } = await api.query(
      key,
      '{ search(text: "ташкентская", first: 5) { accounts { hasMore } signUps { nodes { id } } entrances { nodes { addressLine } } } }',
    );
    expect(data.search).toEqual({
      accounts: null,
      signUps: null,
      entrances: { nodes: [{ addressLine: 'Иваново, Ташкентская, 100, подъезд 1' }] },
    });
    expect(
      errors
        .map(({ extensions }) => extensions['permission'])
        .map(String)
        .toSorted(),
    ).toEqual(['READ_ACCOUNTS', 'READ_SIGN_UPS']);
  });
});
