import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createMirror, type MirrorRows, type TestMirror } from '../../testing/mirror.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
let mirror: TestMirror;
const ACCOUNTS: NonNullable<MirrorRows['accounts']> = [
  { rosdomofonId: 1, number: 'ЛС-0001', phone: '79000000001' },
  { rosdomofonId: 2, phone: '79000000001', isBlocked: true, blockReason: 'debt' },
  { rosdomofonId: 3, phone: null, number: null },
  { rosdomofonId: 4, phone: '79000000001' },
];
const ROWS = {
  services: [
    { rosdomofonId: 1, name: 'Gate' },
    { rosdomofonId: 2, type: 'VideoSurveillance' },
  ],
  entrances: [
    {
      rosdomofonId: 1,
      services: [2, 1],
      ranges: [
        { flatStart: 50, flatEnd: 60 },
        { flatStart: 1, flatEnd: 36 },
      ],
    },
    { rosdomofonId: 2, addressLine: 'Шуя, Мира, 5', city: 'Шуя', street: 'Мира', house: '5', services: [1] },
  ],
  flats: [
    { rosdomofonId: 7, number: '7', entranceRosdomofonId: 1, accountRosdomofonId: 1 },
    { rosdomofonId: 8, number: '12а', entranceRosdomofonId: 1, accountRosdomofonId: 2, isVirtual: true },
    { rosdomofonId: 9, number: '7', entranceRosdomofonId: 2, accountRosdomofonId: 4 },
    { rosdomofonId: 10, number: null, entranceRosdomofonId: 99, accountRosdomofonId: 98 },
  ],
  connections: [
    { rosdomofonId: 1, serviceRosdomofonId: 1, flatRosdomofonId: 7, accountRosdomofonId: 1 },
    { rosdomofonId: 2, serviceRosdomofonId: 2, flatRosdomofonId: 7, accountRosdomofonId: 1, isBlocked: true },
    { rosdomofonId: 3, serviceRosdomofonId: 97, flatRosdomofonId: 96, tariff: null },
  ],
};

beforeAll(async () => {
  api = await startApi();
  demo = await api.tenant('demo');
  mirror = await createMirror(api.store, demo);
  await mirror.import({ ...ROWS, accounts: ACCOUNTS });
  // The second time one account is not there any more.
  await mirror.import({ ...ROWS, accounts: ACCOUNTS.slice(0, 3) });
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

// any: answers are looked at by tests, which know their shape
async function query(text: string, variables?: Record<string, unknown>): Promise<any> {
  const { data, errors } = await api.query(demo.key, text, variables);
  expect(errors).toEqual([]);
  return data;
}
const rosdomofonIds = (nodes: { rosdomofonId: number }[]) => nodes.map(({ rosdomofonId }) => rosdomofonId);

/** RosDomofon's ids of what a list finds. */
async function found(list: string, input: string, filter: object): Promise<number[]> {
  const text = `query ($filter: ${input}) { ${list}(first: 10, filter: $filter) { nodes { rosdomofonId } } }`;
  return rosdomofonIds((await query(text, { filter }))[list].nodes);
}

describe('an account', () => {
  const ACCOUNT = `__typename id rosdomofonId number phone ownerRosdomofonId owner { rosdomofonId phone hasLoggedIn syncedAt accounts(first: 1) { totalCount { count } } }
    isBlocked blockReason balance { amount currency } balanceAt recommendedPayment { amount } paidUntil
    syncedAt changedAt detailsSyncedAt vanishedAt createdAt company { shortName }
    flats(first: 10) { nodes { number entrance { addressLine } } totalCount { count } }
    serviceConnections(first: 10) { totalCount { count } nodes {
      rosdomofonId isBlocked tariff { amount currency } service { name type } flat { number } account { number } } }`;

  it('shows its owner, flats and service connections, and what nobody told as null', async () => {
    const { accountByNumber: account } = await query(`{ accountByNumber(number: "ЛС-0001") { ${ACCOUNT} } }`);
    expect(account).toMatchObject({
      id: expect.stringMatching(/^acc_/),
      rosdomofonId: 1,
      phone: '+79000000001',
      ownerRosdomofonId: 10_001,
      owner: { rosdomofonId: 10_001, hasLoggedIn: true, accounts: { totalCount: { count: 1 } } },
      isBlocked: false,
      balance: null,
      recommendedPayment: null,
      detailsSyncedAt: null,
      vanishedAt: null,
      company: { shortName: 'demo' },
      flats: {
        totalCount: { count: 1 },
        nodes: [{ number: '7', entrance: { addressLine: 'Иваново, Ташкентская, 100' } }],
      },
    });
    expect(account.serviceConnections).toEqual({
      totalCount: { count: 2 },
      nodes: [
        {
          rosdomofonId: 1,
          isBlocked: false,
          tariff: { amount: '49.50', currency: 'RUB' },
          service: { name: 'Gate', type: 'Gate' },
          flat: { number: '7' },
          account: { number: 'ЛС-0001' },
        },
        expect.objectContaining({ rosdomofonId: 2, isBlocked: true }),
      ],
    });
    const byId = await query(
      `query ($id: ID!) { account(id: $id) { number } node(id: $id) { ... on Account { ${ACCOUNT} } } }`,
      {
        id: account.id,
      },
    );
    expect(byId).toEqual({ account: { number: 'ЛС-0001' }, node: account });
  });

  it('without a phone and a number is shown as well', async () => {
    const { accounts } = await query(
      '{ accounts(first: 10, filter: { isVanished: false }) { nodes { rosdomofonId number phone owner { phone } ownerRosdomofonId } } }',
    );
    expect(accounts.nodes).toContainEqual({
      rosdomofonId: 3,
      number: null,
      phone: null,
      owner: { phone: null },
      ownerRosdomofonId: 10_003,
    });
  });

  it('is found by its phone: the one that is gone comes last', async () => {
    const { accountsByPhone } = await query(
      '{ accountsByPhone(phone: "+79000000001") { rosdomofonId vanishedAt } }',
    );
    expect(accountsByPhone).toEqual([
      { rosdomofonId: 2, vanishedAt: null },
      { rosdomofonId: 1, vanishedAt: null },
      { rosdomofonId: 4, vanishedAt: expect.any(String) },
    ]);
    await demo.signUps([1]);
    const { signUps } = await query('{ signUps(first: 1) { nodes { accounts { rosdomofonId } } } }');
    expect(rosdomofonIds(signUps.nodes[0].accounts)).toEqual([2, 1, 4]);
  });
});

describe('accounts', () => {
  const listed = async (args: string) =>
    rosdomofonIds(
      (await query(`{ accounts(first: 10, ${args}) { nodes { rosdomofonId } } }`)).accounts.nodes,
    );

  it.each([
    ['filter: {}', [4, 3, 2, 1]],
    ['filter: { isBlocked: true }', [2]],
    ['filter: { isVanished: true }', [4]],
    ['filter: { hasDebt: false, isVanished: false }', [3, 2, 1]],
    ['filter: { syncedAt: { to: "2020-01-01T00:00:00Z" } }', []],
    ['search: "8 (900) 000-00-01"', [4, 2, 1]],
    ['search: "ташкентская 100"', [2, 1]],
    ['search: "ташкентская", filter: { isBlocked: true }', [2]],
    ['search: "  "', [4, 3, 2, 1]],
  ])('%s: %j', async (args, ids) => {
    expect(await listed(args)).toEqual(ids);
  });

  it('a search that is too long, or holds U+0000, is refused', async () => {
    for (const [search, message] of [
      ['x'.repeat(201), '`search` may have 200 characters at most.'],
      ['\\u0000', 'A filter must not contain U+0000.'],
    ])
      expect(
        (await api.query(demo.key, `{ accounts(first: 1, search: "${search}") { nodes { id } } }`)).errors,
      ).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('flats and service connections', () => {
  it('are found by entrance, account and number', async () => {
    const { entrances, accountByNumber } = await query(
      '{ entrances(first: 2) { nodes { id rosdomofonId } } accountByNumber(number: "ЛС-0001") { id } }',
    );
    const [shuya, ivanovo] = entrances.nodes;
    expect(await found('flats', 'FlatFilterInput', {})).toEqual([10, 9, 8, 7]);
    expect(await found('flats', 'FlatFilterInput', { entranceId: ivanovo.id })).toEqual([8, 7]);
    expect(await found('flats', 'FlatFilterInput', { entranceId: shuya.id, number: '7' })).toEqual([9]);
    expect(await found('flats', 'FlatFilterInput', { accountId: accountByNumber.id })).toEqual([7]);
    expect(await found('flats', 'FlatFilterInput', { number: '12а', isVirtual: true })).toEqual([8]);
    expect(await found('flats', 'FlatFilterInput', { entranceId: accountByNumber.id })).toEqual([]);
  });

  it('refer to what the hub does not know by RosDomofon’s ids alone', async () => {
    const { flats } = await query(`{ flats(first: 1) { nodes {
      rosdomofonId number entranceRosdomofonId entrance { id } accountRosdomofonId account { id } owner { id } isBlocked } } }`);
    expect(flats.nodes).toEqual([
      {
        rosdomofonId: 10,
        number: null,
        entranceRosdomofonId: 99,
        entrance: null,
        accountRosdomofonId: 98,
        account: null,
        owner: null,
        isBlocked: null,
      },
    ]);
  });
});

describe('entrances and services', () => {
  it('show their address in parts, flat ranges in order, and services', async () => {
    const { entrances } =
      await query(`{ entrances(first: 10, search: "100 ташк") { totalCount { count } nodes {
      id addressLine address { countryCode city street house block } flatRanges { start end }
      services { rosdomofonId name tariff } flats(last: 1) { nodes { number } } vanishedAt } } }`);
    expect(entrances).toMatchObject({
      totalCount: { count: 1 },
      nodes: [
        {
          address: { countryCode: 'RU', city: 'Иваново', street: 'Ташкентская', house: '100', block: null },
          flatRanges: [
            { start: 1, end: 36 },
            { start: 50, end: 60 },
          ],
          services: [{ rosdomofonId: 1, name: 'Gate', tariff: null }, { rosdomofonId: 2 }],
          flats: { nodes: [{ number: '12а' }] },
        },
      ],
    });
  });

  it('are found by what is offered there, and the other way round', async () => {
    const { services } = await query(
      '{ services(first: 10, filter: { type: ["VideoSurveillance"] }) { nodes { id rosdomofonId serviceConnections(first: 5) { nodes { flat { number } } } } } }',
    );
    const [video] = services.nodes;
    expect(services.nodes).toMatchObject([
      { rosdomofonId: 2, serviceConnections: { nodes: [{ flat: { number: '7' } }] } },
    ]);
    expect(await found('entrances', 'EntranceFilterInput', { serviceType: ['VideoSurveillance'] })).toEqual([
      1,
    ]);
    expect(
      await found('entrances', 'EntranceFilterInput', { serviceType: ['Gate', 'VideoSurveillance'] }),
    ).toEqual([2, 1]);
    expect(await found('entrances', 'EntranceFilterInput', { serviceId: video.id })).toEqual([1]);
    expect(await found('entrances', 'EntranceFilterInput', { isVanished: true })).toEqual([]);
  });
});

describe('readings', () => {
  it('tell what they found, and the mirror how old it is', async () => {
    const { viewer, syncRuns } = await query(`{
      viewer { company { mirror { lastImport { id state } currentImport { id } } } }
      syncRuns(first: 10, filter: { kind: FULL, state: [COMPLETED] }) { totalCount { count } nodes {
        id kind state phase done total error { code } problems { reason } counts { entity } account { id } requestedBy createdAt startedAt finishedAt } }
    }`);
    const [newest] = syncRuns.nodes;
    expect(syncRuns.totalCount.count).toBe(2);
    expect(newest).toMatchObject({
      kind: 'FULL',
      state: 'COMPLETED',
      error: null,
      problems: [],
      account: null,
      requestedBy: 'test',
      finishedAt: expect.any(String),
    });
    expect(viewer.company.mirror).toEqual({
      lastImport: { id: newest.id, state: 'COMPLETED' },
      currentImport: null,
    });
    await api.store.run(
      `insert into sync_run_counts (run_id, company_id, entity, added, vanished)
       select id, company_id, 'service_connection', 3, 1 from sync_runs where company_id = $1`,
      [demo.company.id],
    );
    const { syncRun } = await query(
      'query ($id: ID!) { syncRun(id: $id) { counts { entity added changed same vanished unreadable } } }',
      { id: newest.id },
    );
    expect(syncRun.counts).toEqual([
      { entity: 'SERVICE_CONNECTION', added: 3, changed: 0, same: 0, vanished: 1, unreadable: 0 },
    ]);
  });
});

it('abonents are found by their phone, with their accounts', async () => {
  const { abonents } =
    await query(`{ abonents(first: 5, filter: { phone: "+79000000001" }) { totalCount { count } nodes {
    id rosdomofonId accounts(first: 5) { nodes { rosdomofonId } } } } }`);
  expect(rosdomofonIds(abonents.nodes)).toEqual([10_004, 10_002, 10_001, 1]);
  expect(abonents.nodes[1].accounts.nodes).toEqual([{ rosdomofonId: 2 }]);
  const { abonent } = await query('query ($id: ID!) { abonent(id: $id) { rosdomofonId } }', {
    id: abonents.nodes[0].id,
  });
  expect(abonent).toEqual({ rosdomofonId: 10_004 });
});
