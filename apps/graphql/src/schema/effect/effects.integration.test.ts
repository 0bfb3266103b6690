import { randomUUID } from 'node:crypto';
import type { Settlement } from '@domovoy/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import { eventually } from '../../testing/eventually.ts';
import { createMirror } from '../../testing/mirror.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let tenant: Tenant;
let deliveries: TestDeliveries;
// any: ids by name
let ids: Record<'account' | 'entrance' | 'flat' | 'service' | 'connection', string>;
let next = 0;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  tenant = await api.tenant(`company${next++}`);
  const mirror = await createMirror(api.store, tenant);
  await mirror.import({
    services: [{ rosdomofonId: 1 }, { rosdomofonId: 2 }],
    entrances: [{ rosdomofonId: 11, services: [1, 2] }],
    accounts: [{ rosdomofonId: 21, number: 'ЛС-1' }],
    flats: [{ rosdomofonId: 31, entranceRosdomofonId: 11, accountRosdomofonId: 21 }],
    connections: [
      { rosdomofonId: 41, flatRosdomofonId: 31, accountRosdomofonId: 21, serviceRosdomofonId: 1 },
    ],
  });
  deliveries = await createDeliveries(api.store, tenant);
  const { accounts, entrances, flats, services } = await ask(`{
    accounts(first: 1) { nodes { id serviceConnections(first: 1) { nodes { id } } } } entrances(first: 1) { nodes { id } }
    flats(first: 1) { nodes { id } } services(first: 5) { nodes { id rosdomofonId } } }`);
  ids = {
    account: accounts.nodes[0].id,
    entrance: entrances.nodes[0].id,
    flat: flats.nodes[0].id,
    service: services.nodes.find((node: { rosdomofonId: number }) => node.rosdomofonId === 2).id,
    connection: accounts.nodes[0].serviceConnections.nodes[0].id,
  };
});

const DELIVERY = 'delivery { id kind state payload requestedBy about { __typename } }';
const ERRORS = `... on UserError { code path } ... on RosdomofonRefusedError { reasonCode rosdomofonSays delivery { state } }
  ... on EffectFailedError { reasonCode isOutcomeUnknown delivery { state } } ... on RosdomofonOffError { reason }`;
const mutation = (field: string, payload: string) => {
  const name = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  return `mutation ($input: ${name}Input!) { outcome: ${field}(input: $input) { __typename ${ERRORS}
    ... on ${name}Payload { ${payload} ${DELIVERY} } } }`;
};
const TEXTS = {
  blockAccount: mutation('blockAccount', 'account { id isBlocked }'),
  unblockAccount: mutation('unblockAccount', 'account { id isBlocked }'),
  blockServiceConnection: mutation('blockServiceConnection', 'serviceConnection { id isBlocked }'),
  unblockServiceConnection: mutation('unblockServiceConnection', 'serviceConnection { id isBlocked }'),
  createAccount: mutation('createAccount', 'account { id number }'),
  createFlat: mutation('createFlat', 'flat { id number }'),
  connectService: mutation('connectService', 'serviceConnection { id }'),
} as const;
type Name = keyof typeof TEXTS;

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables?: Record<string, unknown>, key = tenant.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables);
  expect(errors).toEqual([]);
  return data;
}
const mutate = async (name: Name, input: object, key = tenant.key) =>
  (await ask(TEXTS[name], { input: { idempotencyKey: randomUUID(), waitMs: 0, ...input } }, key)).outcome;

/** What each asks for: the same in every test. */
const inputOf = (name: Name): object =>
  ({
    blockAccount: { number: 'ЛС-1', reason: 'долг' },
    unblockAccount: { number: 'ЛС-1' },
    blockServiceConnection: { id: ids.connection, reason: 'долг' },
    unblockServiceConnection: { id: ids.connection },
    createAccount: { number: 'ЛС-2', phone: '+79000000021' },
    createFlat: { accountId: ids.account, entranceId: ids.entrance, flatNumber: 7, isVirtual: true },
    connectService: { serviceId: ids.service, flatId: ids.flat },
  })[name];

/** What a worker does with the next delivery: first what it does to the mirror, then the settling. */
async function work(mirror: string | null, settlement: Partial<Settlement>) {
  const [claimed] = await eventually(async () => {
    const found = await deliveries.claim();
    expect(found).toHaveLength(1);
    return found;
  });
  if (mirror !== null) await api.store.run(mirror, [tenant.company.id]);
  if (claimed) await deliveries.settle(claimed, settlement);
}
const DEAD = { state: 'dead', outcome: 'dead' } as const;

describe.each<[Name, string, object, string, object]>([
  [
    'blockAccount',
    'account.block',
    { number: 'ЛС-1', accountRosdomofonId: 21 },
    'update accounts set is_blocked = true where company_id = $1',
    { account: { isBlocked: true } },
  ],
  [
    'unblockAccount',
    'account.unblock',
    { number: 'ЛС-1', accountRosdomofonId: 21 },
    'update accounts set is_blocked = false where company_id = $1',
    { account: { isBlocked: false } },
  ],
  [
    'blockServiceConnection',
    'service_connection.block',
    { connectionRosdomofonId: 41, serviceRosdomofonId: 1, accountRosdomofonId: 21 },
    'update service_connections set is_blocked = true where company_id = $1',
    { serviceConnection: { isBlocked: true } },
  ],
  [
    'unblockServiceConnection',
    'service_connection.unblock',
    { connectionRosdomofonId: 41, serviceRosdomofonId: 1, accountRosdomofonId: 21 },
    'update service_connections set is_blocked = false where company_id = $1',
    { serviceConnection: { isBlocked: false } },
  ],
  [
    'createAccount',
    'account.create',
    { number: 'ЛС-2', phone: '79000000021' },
    `update accounts set number = 'ЛС-2' where company_id = $1`,
    { account: { number: 'ЛС-2' } },
  ],
  [
    'createFlat',
    'flat.create',
    { accountRosdomofonId: 21, entranceRosdomofonId: 11, flatNumber: '7', isVirtual: true },
    `update flats set number = '7' where company_id = $1`,
    { flat: { number: '7' } },
  ],
  [
    'connectService',
    'service.connect',
    { serviceRosdomofonId: 2, flatRosdomofonId: 31, accountRosdomofonId: 21 },
    'update service_connections set service_rosdomofon_id = 2 where company_id = $1',
    { serviceConnection: { id: expect.any(String) } },
  ],
])('%s', (name, kind, payload, mirror, expected) => {
  const result = { accountRosdomofonId: 21, flatRosdomofonId: 31, connectionRosdomofonId: 41 };

  it('waits until it is done, and shows what it is then', async () => {
    const working = work(mirror, { result });
    const outcome = await mutate(name, { ...inputOf(name), waitMs: 10_000 });
    await working;
    expect(outcome).toMatchObject({
      ...expected,
      delivery: { kind, state: 'DELIVERED', payload, requestedBy: `api-key:${tenant.key.split('_')[2]}` },
    });
  });

  it('gives the delivery that goes on when it takes too long, and the same one to the same key', async () => {
    const input = { ...inputOf(name), idempotencyKey: randomUUID() };
    const outcome = await mutate(name, input);
    expect(outcome.delivery).toMatchObject({ kind, state: 'PENDING' });
    const working = work(mirror, { result });
    expect(await mutate(name, { ...input, waitMs: 10_000 })).toMatchObject({
      ...expected,
      delivery: { id: outcome.delivery.id, state: 'DELIVERED' },
    });
    await working;
    expect(await deliveries.claim()).toEqual([]);
  });

  it('says what RosDomofon says, and when the hub gives up', async () => {
    const refused = work(null, { ...DEAD, errorCode: 'ROSDOMOFON_REJECTED', response: { reason: 'нельзя' } });
    expect(await mutate(name, { ...inputOf(name), waitMs: 10_000 })).toEqual({
      __typename: 'RosdomofonRefusedError',
      code: 'ROSDOMOFON_REFUSED',
      path: ['input'],
      reasonCode: 'ROSDOMOFON_REJECTED',
      rosdomofonSays: 'нельзя',
      delivery: { state: 'DEAD' },
    });
    await refused;
    const failed = work(null, { state: 'dead', outcome: 'ambiguous', errorCode: 'TIMEOUT' });
    expect(await mutate(name, { ...inputOf(name), waitMs: 10_000 })).toMatchObject({
      code: 'EFFECT_FAILED',
      reasonCode: 'TIMEOUT',
      isOutcomeUnknown: true,
    });
    await failed;
    const gone = work(null, { ...DEAD, errorCode: 'ROSDOMOFON_NOT_FOUND' });
    expect(await mutate(name, { ...inputOf(name), waitMs: 10_000 })).toMatchObject({ code: 'NOT_FOUND' });
    await gone;
  });

  it('does nothing without access to RosDomofon, nor while it is paused', async () => {
    const set = (column: string) =>
      api.store.run(`update integrations set ${column} where id = $1`, [tenant.integrationId]);
    await set(`state = 'paused'`);
    expect(await mutate(name, inputOf(name))).toMatchObject({ code: 'ROSDOMOFON_OFF', reason: 'PAUSED' });
    await set(`state = 'active', config = '{}'`);
    expect(await mutate(name, inputOf(name))).toMatchObject({ code: 'ROSDOMOFON_OFF', reason: 'NO_ACCESS' });
    expect(await deliveries.claim()).toEqual([]);
  });
});

it('a key of another company changes nothing of this one', async () => {
  const other = await api.tenant(`company${next++}`);
  const otherMirror = await createMirror(api.store, other);
  await otherMirror.import({});
  const named: Name[] = [
    'blockServiceConnection',
    'unblockServiceConnection',
    'createFlat',
    'connectService',
  ];
  for (const name of named)
    expect(await mutate(name, inputOf(name), other.key)).toMatchObject({ code: 'NOT_FOUND' });
  // A number that the mirror does not know may be at RosDomofon all the same: at the caller's own company there.
  const { delivery, account } = await mutate('blockAccount', inputOf('blockAccount'), other.key);
  expect(account).toBeNull();
  expect(delivery.payload).toEqual({ number: 'ЛС-1', accountRosdomofonId: null });
  expect(await deliveries.claim()).toEqual([]);
});

it.each<[Name, object, string]>([
  ['blockAccount', { number: ' ' }, '`number` has 1 to 100 characters.'],
  ['blockAccount', { number: 'ЛС-1', reason: 'x'.repeat(501) }, '`reason` may have 500 characters at most.'],
  ['unblockAccount', { number: 'ЛС-1', waitMs: 10_001 }, '`waitMs` has to be from 0 to 10000.'],
  [
    'createFlat',
    { accountId: 'acc_x', entranceId: 'ent_x', flatNumber: 0, isVirtual: false },
    '`flatNumber` has to be from 1 to 999999.',
  ],
])('%s with %j is refused', async (name, input, message) => {
  const { errors } = await api.query(tenant.key, TEXTS[name], { input: { idempotencyKey: 'k', ...input } });
  expect(errors).toMatchObject([{ message }]);
});

it('a service for a flat without an account needs one who pays', async () => {
  await api.store.run('update flats set account_rosdomofon_id = null where company_id = $1', [
    tenant.company.id,
  ]);
  expect(await mutate('connectService', inputOf('connectService'))).toMatchObject({
    code: 'NOT_FOUND',
    path: ['input', 'accountId'],
  });
  const input = { ...inputOf('connectService'), accountId: ids.account };
  expect((await mutate('connectService', input)).delivery.payload).toMatchObject({ accountRosdomofonId: 21 });
});

it('each is found by what it is about, and says what that is', async () => {
  for (const name of Object.keys(TEXTS) as Name[]) await mutate(name, inputOf(name));
  const kinds = async (id: string) => {
    const text =
      'query ($id: ID!) { deliveries(first: 10, filter: { aboutId: $id }) { nodes { kind about { id } } } }';
    const { nodes } = (await ask(text, { id })).deliveries;
    for (const { about } of nodes) expect(about).toEqual({ id });
    return nodes.map((node: { kind: string }) => node.kind);
  };
  expect(await kinds(ids.account)).toEqual(['account.unblock', 'account.block']);
  expect(await kinds(ids.connection)).toEqual(['service_connection.unblock', 'service_connection.block']);
  expect(await kinds(ids.flat)).toEqual(['service.connect']);
  const { deliveries: all } = await ask(
    '{ deliveries(first: 10) { nodes { kind about { __typename id } } } }',
  );
  expect(all.nodes).toHaveLength(7);
  expect(all.nodes).toContainEqual({
    kind: 'flat.create',
    about: { __typename: 'Entrance', id: ids.entrance },
  });
  expect(all.nodes).toContainEqual({ kind: 'account.create', about: null });
});
