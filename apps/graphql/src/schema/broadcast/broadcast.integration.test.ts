import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import { workOnJob } from '../../testing/jobs.ts';
import { createMirror } from '../../testing/mirror.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let tenant: Tenant;
let deliveries: TestDeliveries;
let next = 0;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  await api.store.run('truncate deliveries, jobs, messages', []);
  tenant = await api.tenant(`company${next++}`);
  const mirror = await createMirror(api.store, tenant);
  await mirror.import({
    services: [{ rosdomofonId: 1 }, { rosdomofonId: 2 }],
    entrances: [
      { rosdomofonId: 11, number: '1' },
      { rosdomofonId: 12, number: '2', addressLine: 'Иваново, Лежневская, 5' },
    ],
    accounts: [
      { rosdomofonId: 1, number: 'A1', ownerAbonentRosdomofonId: 101 },
      { rosdomofonId: 2, number: 'A2', ownerAbonentRosdomofonId: 102, isBlocked: true },
      { rosdomofonId: 3, number: 'A3', ownerAbonentRosdomofonId: 101 },
      { rosdomofonId: 4, number: 'A4', ownerAbonentRosdomofonId: 104 },
      { rosdomofonId: 5, number: 'A5', ownerAbonentRosdomofonId: 105 },
    ],
    flats: [
      { rosdomofonId: 21, number: '1', entranceRosdomofonId: 11, accountRosdomofonId: 1 },
      { rosdomofonId: 22, number: '2', entranceRosdomofonId: 11, accountRosdomofonId: 2 },
      { rosdomofonId: 23, number: '3', entranceRosdomofonId: 12, accountRosdomofonId: 4 },
    ],
    connections: [
      { rosdomofonId: 31, serviceRosdomofonId: 1, accountRosdomofonId: 1, flatRosdomofonId: 21 },
      { rosdomofonId: 32, serviceRosdomofonId: 2, flatRosdomofonId: 23, accountRosdomofonId: null },
    ],
  });
  const own = `company_id = ${tenant.company.id}`;
  await api.store.run(
    `update accounts set owner_abonent_rosdomofon_id = null where number = 'A5' and ${own}`,
    [],
  );
  await api.store.run(`update abonents set has_logged_in = false where rosdomofon_id = 104 and ${own}`, []);
  deliveries = await createDeliveries(api.store, tenant);
});

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables: object, key = tenant.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables as Record<string, unknown>);
  expect(errors).toEqual([]);
  return data;
}

const PREVIEW = `query ($filter: BroadcastFilterInput!) { previewBroadcast(filter: $filter) {
  totalCount { count precision } sample { abonentRosdomofonId accountNumber abonent { id } } leftOut { reason count } estimatedDurationMs } }`;
const preview = async (filter: object) => (await ask(PREVIEW, { filter })).previewBroadcast;
const BROADCAST = `mutation ($input: BroadcastMessageInput!) { outcome: broadcastMessage(input: $input) { __typename
  ... on BroadcastMessagePayload { job { id kind state progress { total } } } ... on UserError { code path }
  ... on CountChangedError { now { count } } } }`;
const given = { filter: {}, text: 'Завтра отключат воду', expectedCount: 2, idempotencyKey: 'water' };
const broadcast = async (more: object = {}) =>
  (await ask(BROADCAST, { input: { ...given, ...more } })).outcome;
const written = () =>
  api.store.run<{ person: number; n: number }>(
    `select c.abonent_rosdomofon_id::int as person, count(*)::int as n from messages m join conversations c on c.id = m.conversation_id
     where c.company_id = $1 and c.channel = 'notification' group by 1 order by 1`,
    [tenant.company.id],
  );
const jobs = async () =>
  (await api.store.run<{ n: number }>('select count(*)::int as n from jobs', []))[0]?.n;

describe('previewBroadcast', () => {
  it('counts people, each once, and says who is left out and why', async () => {
    const all = await preview({});
    expect(all).toMatchObject({
      totalCount: { count: 2, precision: 'EXACT' },
      leftOut: [
        { reason: 'NO_OWNER', count: 1 },
        { reason: 'NEVER_LOGGED_IN', count: 1 },
        { reason: 'SAME_PERSON', count: 1 },
      ],
      estimatedDurationMs: null,
    });
    expect(all.sample).toEqual([
      { abonentRosdomofonId: 101, accountNumber: 'A1', abonent: { id: expect.stringMatching(/^abn_/) } },
      { abonentRosdomofonId: 102, accountNumber: 'A2', abonent: { id: expect.stringMatching(/^abn_/) } },
    ]);
    expect(await jobs()).toBe(0);
  });

  it.each([
    [{ accountNumber: ['A3', 'A4', 'Z9'] }, [101]],
    [{ entranceRosdomofonId: [11] }, [101, 102]],
    [{ address: 'ташк иваново' }, [101, 102]],
    [{ address: 'ташк', isAccountBlocked: true }, [102]],
    [{ address: 'ул.' }, []],
    [{ serviceRosdomofonId: [1] }, [101]],
    [{ entranceRosdomofonId: [11], accountNumber: ['A2'], isAccountBlocked: false }, []],
    [{ accountNumber: [] }, []],
  ])('finds by %j the people %j', async (filter, people) => {
    const found = await preview(filter);
    expect(found.sample.map((one: { abonentRosdomofonId: number }) => one.abonentRosdomofonId)).toEqual(
      people,
    );
    expect(found.totalCount.count).toBe(people.length);
  });

  it('finds a service that is only on a flat of the account', async () => {
    await api.store.run('update abonents set has_logged_in = true', []);
    expect((await preview({ serviceRosdomofonId: [2] })).totalCount.count).toBe(1);
  });

  it('says how long RosDomofon takes when it has told what it allows, and nothing of other companies', async () => {
    await deliveries.report({
      breaker: 'closed',
      breakerCode: null,
      breakerLeftMs: null,
      usedPerSecond: 0,
      allowedPerSecond: 4,
    });
    expect((await preview({})).estimatedDurationMs).toBe(500);
    const other = await api.tenant(`other${next}`);
    const theirs = await ask(PREVIEW, { filter: {} }, other.key);
    expect(theirs.previewBroadcast).toMatchObject({ totalCount: { count: 0 }, sample: [], leftOut: [] });
  });
});

describe('broadcastMessage', () => {
  it('writes to each once, as a job, and says so', async () => {
    const asked = await broadcast();
    expect(asked).toMatchObject({
      __typename: 'BroadcastMessagePayload',
      job: { kind: 'messages.broadcast', state: 'QUEUED', progress: { total: 2 } },
    });
    expect(await workOnJob(api.store)).toBe(true);
    expect(await written()).toEqual([
      { person: 101, n: 1 },
      { person: 102, n: 1 },
    ]);
    const { job } = await ask('query ($id: ID!) { job(id: $id) { state result progress { done failed } } }', {
      id: asked.job.id,
    });
    expect(job).toEqual({ state: 'COMPLETED', result: { queued: 2 }, progress: { done: 2, failed: 0 } });
    const [audit] = await api.store.run(
      'select action, actor, details from audit_entries where company_id = $1 order by id desc limit 1',
      [tenant.company.id],
    );
    expect(audit).toMatchObject({
      action: 'message.broadcast',
      details: { text: given.text, expectedCount: 2 },
    });
  });

  it('does nothing when another number matches by then, and leaves the key free', async () => {
    expect(await broadcast({ expectedCount: 3 })).toMatchObject({
      __typename: 'CountChangedError',
      now: { count: 2 },
      path: ['input', 'expectedCount'],
    });
    expect(await jobs()).toBe(0);
    expect(await broadcast()).toMatchObject({ __typename: 'BroadcastMessagePayload' });
  });

  it('is asked for once for a key, ten times at once as well; with another input the key is refused', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => broadcast()));
    expect(new Set(all.map(({ job }) => job.id)).size).toBe(1);
    expect(await jobs()).toBe(1);
    for (const more of [{ text: 'Другое' }, { filter: { accountNumber: ['A1'] } }, { expectedCount: 1 }])
      expect(await broadcast(more)).toMatchObject({ __typename: 'IdempotencyConflictError' });
    expect(await jobs()).toBe(1);
  });

  it('control: with a key for each, ten at once are ten jobs', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, n) => broadcast({ idempotencyKey: `control-${n}` })));
    expect(await jobs()).toBe(10);
  });

  it('leaves alone whoever came after it was asked for', async () => {
    await broadcast();
    const late = `update accounts set created_at = now() + interval '1 minute' where number in ('A2') and company_id = $1`;
    await api.store.run(late, [tenant.company.id]);
    await workOnJob(api.store);
    expect(await written()).toEqual([{ person: 101, n: 1 }]);
  });

  it('refuses an empty text, too many people, and keys without the permission', async () => {
    expect(await broadcast({ text: ' ' })).toMatchObject({ __typename: 'MessageTextError' });
    const tooMany = await api.query(tenant.key, BROADCAST, { input: { ...given, expectedCount: 10_001 } });
    expect(tooMany.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const agent = await api.key(tenant, { permissions: ['WRITE_CONVERSATIONS', 'READ_DELIVERIES', 'BULK'] });
    const refused = await api.query(agent, BROADCAST, { input: given });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await jobs()).toBe(0);
  });
});
