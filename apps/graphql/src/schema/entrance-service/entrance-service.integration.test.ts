import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import { workOnJob } from '../../testing/jobs.ts';
import { createMirror } from '../../testing/mirror.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let tenant: Tenant;
let deliveries: TestDeliveries;
/** Ids of the entrance and its services by their names in these tests. */
let ids: { entrance: string; elsewhere: string; gate: string; camera: string };
let next = 0;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  await api.store.run('truncate deliveries, jobs', []);
  tenant = await api.tenant(`company${next++}`);
  await (await createMirror(api.store, tenant)).import({
    services: [{ rosdomofonId: 1 }, { rosdomofonId: 2 }],
    entrances: [
      { rosdomofonId: 11, services: [1, 2] },
      { rosdomofonId: 12, services: [2] },
    ],
    accounts: [1, 2, 3, 4].map((rosdomofonId) => ({ rosdomofonId })),
    flats: [
      { rosdomofonId: 21, number: '1', entranceRosdomofonId: 11, accountRosdomofonId: 1 },
      { rosdomofonId: 22, number: '2', entranceRosdomofonId: 11, accountRosdomofonId: 2 },
      { rosdomofonId: 23, number: '3', entranceRosdomofonId: 11, accountRosdomofonId: 3 },
      { rosdomofonId: 24, number: '4', entranceRosdomofonId: 11, accountRosdomofonId: null },
      { rosdomofonId: 25, number: '5', entranceRosdomofonId: 11, accountRosdomofonId: 4 },
      { rosdomofonId: 26, number: '6', entranceRosdomofonId: 12, accountRosdomofonId: 3 },
    ],
    connections: [
      {
        rosdomofonId: 31,
        serviceRosdomofonId: 1,
        accountRosdomofonId: 1,
        flatRosdomofonId: 21,
        isBlocked: true,
      },
      // Another service of the flat is none of this one.
      { rosdomofonId: 32, serviceRosdomofonId: 2, accountRosdomofonId: 2, flatRosdomofonId: 22 },
      { rosdomofonId: 33, serviceRosdomofonId: 1, accountRosdomofonId: 3, flatRosdomofonId: 23 },
    ],
  });
  const own = `company_id = ${tenant.company.id}`;
  // A connection, and an account, that RosDomofon has no more.
  await api.store.run(
    `update service_connections set vanished_at = now() where rosdomofon_id = 33 and ${own}`,
    [],
  );
  await api.store.run(`update accounts set vanished_at = now() where rosdomofon_id = 4 and ${own}`, []);
  deliveries = await createDeliveries(api.store, tenant);
  const { entrances, services } = await ask(
    '{ entrances(first: 2) { nodes { id } } services(first: 2) { nodes { id } } }',
  );
  const [[elsewhere, entrance], [camera, gate]] = [entrances, services].map(({ nodes }) =>
    nodes.map(({ id }: { id: string }) => id),
  ) as [string[], string[]];
  ids = { entrance: entrance ?? '', elsewhere: elsewhere ?? '', gate: gate ?? '', camera: camera ?? '' };
});

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables: object = {}, key = tenant.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables as Record<string, unknown>);
  expect(errors).toEqual([]);
  return data;
}

const PREVIEW = `query ($entranceId: ID!, $serviceId: ID!) {
  preview: previewConnectServiceToEntrance(entranceId: $entranceId, serviceId: $serviceId) {
    totalCount { count precision } sample { number } leftOut { reason count } estimatedDurationMs } }`;
const place = () => ({ entranceId: ids.entrance, serviceId: ids.gate });
const preview = async (at: object = {}, key = tenant.key) =>
  (await ask(PREVIEW, { ...place(), ...at }, key)).preview;
const CONNECT = `mutation ($input: ConnectServiceToEntranceInput!) { outcome: connectServiceToEntrance(input: $input) { __typename
  ... on ConnectServiceToEntrancePayload { job { id kind state progress { total } } } ... on UserError { code path }
  ... on CountChangedError { now { count } } } }`;
const given = (more: object = {}) => ({
  input: { ...place(), expectedCount: 2, idempotencyKey: 'gates', ...more },
});
const connect = async (more: object = {}) => (await ask(CONNECT, given(more))).outcome;
const jobs = async () =>
  (await api.store.run<{ n: number }>('select count(*)::int as n from jobs', []))[0]?.n;

/** RosDomofon connects what is queued; the last one it refuses. */
async function settleAll(): Promise<void> {
  const claimed = await deliveries.claim();
  for (const one of claimed.slice(0, -1)) await deliveries.settle(one, { result: { isNew: true } });
  for (const one of claimed.slice(-1))
    await deliveries.settle(one, { state: 'dead', outcome: 'dead', errorCode: 'ROSDOMOFON_REJECTED' });
}

describe('previewConnectServiceToEntrance', () => {
  it('counts the flats with an account and without the service, and says why others are left out', async () => {
    expect(await preview()).toEqual({
      totalCount: { count: 2, precision: 'EXACT' },
      sample: [{ number: '2' }, { number: '3' }],
      leftOut: [
        { reason: 'CONNECTED_ALREADY', count: 1 },
        { reason: 'NO_ACCOUNT', count: 2 },
      ],
      estimatedDurationMs: null,
    });
    expect(await preview({ serviceId: ids.camera })).toMatchObject({ totalCount: { count: 2 } });
    expect(await jobs()).toBe(0);
  });

  it('says how long RosDomofon takes when it has told what it allows', async () => {
    await deliveries.report({
      breaker: 'closed',
      breakerCode: null,
      breakerLeftMs: null,
      usedPerSecond: 0,
      allowedPerSecond: 4,
    });
    expect((await preview()).estimatedDurationMs).toBe(1_500);
  });

  it('knows nothing of a service that is not to be had there, and of other companies', async () => {
    expect(await preview({ entranceId: ids.elsewhere })).toBeNull();
    expect(await preview({ serviceId: 'svc_x' })).toBeNull();
    const other = await api.tenant(`other${next}`);
    expect(await preview({}, other.key)).toBeNull();
  });
});

describe('connectServiceToEntrance', () => {
  it('queues a connection for each flat, follows them to their end, and finds those that failed', async () => {
    const { job, __typename } = await connect();
    expect({ job, __typename }).toMatchObject({
      __typename: 'ConnectServiceToEntrancePayload',
      job: { kind: 'services.connect', state: 'QUEUED', progress: { total: 2 } },
    });
    const working = workOnJob(api.store);
    await expect
      .poll(async () => (await api.store.run('select 1 from deliveries', [])).length, { timeout: 10_000 })
      .toBe(2);
    await settleAll();
    expect(await working).toBe(true);
    const found = await ask(
      `query ($id: ID!) { job(id: $id) { state result progress { done failed } }
        deliveries(first: 5, filter: { aboutId: $id }) { nodes { kind requestedBy } }
        failed: deliveries(first: 5, filter: { aboutId: $id, state: [DEAD] }) { nodes { subject lastErrorCode } }
        previewRedelivery(filter: { aboutId: $id }) { totalCount { count } } }`,
      { id: job.id },
    );
    expect(found.job).toEqual({
      state: 'COMPLETED',
      result: { connected: 1, alreadyConnected: 0, failed: 1 },
      progress: { done: 2, failed: 1 },
    });
    const requestedBy = `api-key:${tenant.key.split('_')[2]}`;
    expect(found.deliveries.nodes).toEqual([
      { kind: 'service.connect', requestedBy },
      { kind: 'service.connect', requestedBy },
    ]);
    expect(found.failed.nodes).toEqual([{ subject: 'flat:23', lastErrorCode: 'ROSDOMOFON_REJECTED' }]);
    expect(found.previewRedelivery.totalCount.count).toBe(1);
    const again = await ask(
      `mutation ($input: RedeliverMatchingInput!) { redeliverMatching(input: $input) { __typename } }`,
      { input: { filter: { aboutId: job.id }, expectedCount: 1, idempotencyKey: 'again' } },
    );
    expect(again.redeliverMatching.__typename).toBe('RedeliverMatchingPayload');
    await workOnJob(api.store);
    const after = await ask(
      `query ($id: ID!) { deliveries(first: 5, filter: { aboutId: $id, state: [PENDING] }) { nodes { subject } }
        job(id: $id) { progress { done failed } } }`,
      { id: job.id },
    );
    expect(after.deliveries.nodes).toEqual([{ subject: 'flat:23' }]);
    expect(after.job.progress).toEqual({ done: 2, failed: 1 });
  });

  it('does nothing when another number would get it by then, and leaves the key free', async () => {
    expect(await connect({ expectedCount: 3 })).toMatchObject({
      __typename: 'CountChangedError',
      now: { count: 2 },
      path: ['input', 'expectedCount'],
    });
    expect(await jobs()).toBe(0);
    expect(await connect()).toMatchObject({ __typename: 'ConnectServiceToEntrancePayload' });
  });

  it('is asked for once for a key, ten times at once as well; with another input the key is refused', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => connect()));
    expect(new Set(all.map(({ job }) => job.id)).size).toBe(1);
    expect(await jobs()).toBe(1);
    for (const more of [{ serviceId: ids.camera }, { expectedCount: 1 }])
      expect(await connect(more)).toMatchObject({ __typename: 'IdempotencyConflictError' });
    expect(await jobs()).toBe(1);
  });

  it('control: with a key for each, ten at once are ten jobs', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, n) => connect({ idempotencyKey: `control-${n}` })));
    expect(await jobs()).toBe(10);
  });

  it('refuses what is not there, too many flats, a company without access, and keys without a permission', async () => {
    const notFound = (field: string) => ({ __typename: 'NotFoundError', path: ['input', field] });
    expect(await connect({ entranceId: 'ent_x' })).toMatchObject(notFound('entranceId'));
    expect(await connect({ entranceId: ids.elsewhere })).toMatchObject(notFound('serviceId'));
    const tooMany = await api.query(tenant.key, CONNECT, given({ expectedCount: 10_001 }));
    expect(tooMany.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    for (const permissions of [['WRITE_ACCOUNTS'], ['BULK', 'READ_ACCOUNTS']] as const) {
      const key = await api.key(tenant, { permissions: [...permissions, 'READ_DELIVERIES'] });
      const refused = await api.query(key, CONNECT, given());
      expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    await api.store.run(`update integrations set config = '{}' where company_id = $1`, [tenant.company.id]);
    expect(await connect()).toMatchObject({ __typename: 'RosdomofonOffError' });
    expect(await jobs()).toBe(0);
  });
});
