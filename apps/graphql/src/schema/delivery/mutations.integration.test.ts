import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import { workOnJob } from '../../testing/jobs.ts';
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
  tenant = await api.tenant(`company${next++}`);
  deliveries = await createDeliveries(api.store, tenant);
});

const TEXTS = {
  redeliver: `($input: RedeliverInput!) { outcome: redeliver(input: $input) { __typename
    ... on RedeliverPayload { delivery { id state requestedBy original { id redelivery { id } } } }
    ... on UserError { code path } ... on DeliveryStateError { delivery { id state } }
    ... on RedeliveryUnderWayError { delivery { id } } ... on TargetPausedError { target { id } } } }`,
  redeliverMatching: `($input: RedeliverMatchingInput!) { outcome: redeliverMatching(input: $input) { __typename
    ... on RedeliverMatchingPayload { job { id kind state progress { done total failed } requestedBy } }
    ... on UserError { code path } ... on CountChangedError { now { count precision } } } }`,
  cancel: `($input: CancelDeliveryInput!) { outcome: cancelDelivery(input: $input) { __typename
    ... on CancelDeliveryPayload { delivery { id state cancelledBy lastErrorCode } }
    ... on UserError { code path } ... on DeliveryStateError { delivery { id state } } } }`,
} as const;

// any: answers are looked at by tests, which know their shape
async function mutate(name: keyof typeof TEXTS, input: unknown, key = tenant.key): Promise<any> {
  const { data, errors } = await api.query(key, `mutation ${TEXTS[name]}`, { input });
  expect(errors).toEqual([]);
  return data.outcome;
}
const actor = () => `api-key:${tenant.key.split('_')[2]}`;
const keyed = (input: object) => ({ idempotencyKey: randomUUID(), ...input });
const stateError = (id: string, state: string) => ({
  __typename: 'DeliveryStateError',
  code: 'DELIVERY_STATE',
  path: ['input', 'id'],
  delivery: { id, state },
});
const NOT_FOUND = { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'id'] };

describe('redeliver', () => {
  it('makes a new delivery that points to the first and says who asked; a second one waits for it', async () => {
    const [id = ''] = await deliveries.bury({});
    const { delivery } = await mutate('redeliver', keyed({ id }));
    expect(delivery).toEqual({
      id: expect.stringMatching(/^dlv_/),
      state: 'PENDING',
      requestedBy: actor(),
      original: { id, redelivery: { id: delivery.id } },
    });
    expect(await mutate('redeliver', keyed({ id }))).toEqual({
      __typename: 'RedeliveryUnderWayError',
      code: 'REDELIVERY_UNDER_WAY',
      path: ['input', 'id'],
      delivery: { id: delivery.id },
    });
  });

  it('under the same key gives the first result; with another input the key is refused', async () => {
    const [id = '', other = ''] = await deliveries.bury({}, {});
    const input = keyed({ id });
    const first = await mutate('redeliver', input);
    expect(await mutate('redeliver', input)).toEqual(first);
    const conflict = {
      __typename: 'IdempotencyConflictError',
      code: 'IDEMPOTENCY_CONFLICT',
      path: ['input', 'idempotencyKey'],
    };
    expect(await mutate('redeliver', { ...input, id: other })).toEqual(conflict);
    expect(await mutate('redeliver', { ...input, force: true })).toEqual(conflict);
    const matching = { filter: {}, expectedCount: 2, idempotencyKey: input.idempotencyKey };
    expect(await mutate('redeliverMatching', matching)).toEqual(conflict);
    expect(await deliveries.claim()).toHaveLength(1);
  });

  it('refuses what is still to be sent, and what was delivered unless it is forced', async () => {
    const [id = ''] = await deliveries.enqueue({});
    expect(await mutate('redeliver', keyed({ id, force: true }))).toEqual(stateError(id, 'PENDING'));
    for (const claimed of await deliveries.claim()) await deliveries.settle(claimed);
    const input = keyed({ id });
    expect(await mutate('redeliver', input)).toEqual(stateError(id, 'DELIVERED'));
    // The refusal used no key up.
    expect(await mutate('redeliver', { ...input, force: true })).toMatchObject({
      __typename: 'RedeliverPayload',
    });
  });

  it('refuses what would only wait at a paused target, unless it is forced', async () => {
    const [id = ''] = await deliveries.bury({});
    const pause = `mutation ($input: PauseTargetInput!) { pauseTarget(input: $input) { __typename } }`;
    await api.query(tenant.key, pause, { input: { id: deliveries.targetId } });
    expect(await mutate('redeliver', keyed({ id }))).toEqual({
      __typename: 'TargetPausedError',
      code: 'TARGET_PAUSED',
      path: ['input', 'id'],
      target: { id: deliveries.targetId },
    });
    expect(await mutate('redeliver', keyed({ id, force: true }))).toMatchObject({
      __typename: 'RedeliverPayload',
    });
  });

  it.each([[''], ['with space'], ['x'.repeat(101)], ['ключ']])(
    'refuses the key %j',
    async (idempotencyKey) => {
      const input = { id: 'dlv_x', idempotencyKey };
      const { errors } = await api.query(tenant.key, `mutation ${TEXTS.redeliver}`, { input });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );
});

describe('redeliverMatching', () => {
  it('sends all again that the caller saw, once for each key', async () => {
    await deliveries.bury({ kind: 'a' }, { kind: 'a' }, { kind: 'b' });
    await deliveries.enqueue({ kind: 'a' });
    const input = keyed({ filter: { kind: ['a'] }, expectedCount: 2 });
    const payload = {
      __typename: 'RedeliverMatchingPayload',
      job: {
        id: expect.stringMatching(/^job_/),
        kind: 'deliveries.redeliver',
        state: 'QUEUED',
        progress: { done: 0, total: 2, failed: 0 },
        requestedBy: actor(),
      },
    };
    const first = await mutate('redeliverMatching', input);
    expect(first).toEqual(payload);
    expect((await mutate('redeliverMatching', input)).job.id).toBe(first.job.id);
    expect(await workOnJob(api.store)).toBe(true);
    expect(await workOnJob(api.store)).toBe(false);
    expect(await deliveries.claim()).toHaveLength(3);
    expect(await mutate('redeliverMatching', input)).toMatchObject({
      job: { id: first.job.id, state: 'COMPLETED', progress: { done: 2 } },
    });
  });

  it('is previewed: the number that it wants, the codes, and how long the target will take', async () => {
    await deliveries.bury({ kind: 'a' }, { kind: 'a' }, { kind: 'b' });
    await deliveries.report({
      breaker: 'closed',
      breakerCode: null,
      breakerLeftMs: null,
      usedPerSecond: 0,
      allowedPerSecond: 4,
    });
    const { data, errors } = await api.query(
      tenant.key,
      `{ previewRedelivery(filter: { kind: ["a"] }) { totalCount { count precision } byErrorCode { code count } estimatedDurationMs } }`,
    );
    expect(errors).toEqual([]);
    expect(data.previewRedelivery).toEqual({
      totalCount: { count: 2, precision: 'EXACT' },
      byErrorCode: [{ code: 'TEST_FAILED', count: 2 }],
      estimatedDurationMs: 500,
    });
  });

  it('does nothing when another number matches', async () => {
    await deliveries.bury({}, {});
    const input = keyed({ filter: {}, expectedCount: 1 });
    expect(await mutate('redeliverMatching', input)).toEqual({
      __typename: 'CountChangedError',
      code: 'COUNT_CHANGED',
      path: ['input', 'expectedCount'],
      now: { count: 2, precision: 'EXACT' },
    });
    expect(await deliveries.claim()).toEqual([]);
  });

  it.each([
    [
      { filter: { state: ['PENDING'] }, expectedCount: 1 },
      'Only `DEAD` and `SKIPPED` deliveries are sent again.',
    ],
    [{ filter: {}, expectedCount: 10_001 }, '`expectedCount` has to be from 0 to 10000: narrow the filter.'],
  ])('refuses %j', async (input, message) => {
    const { errors } = await api.query(tenant.key, `mutation ${TEXTS.redeliverMatching}`, {
      input: keyed(input),
    });
    expect(errors).toMatchObject([{ message }]);
  });
});

describe('cancelDelivery', () => {
  it('has a pending one not sent, and says who did it; another one stays as it is', async () => {
    const [id = '', other = ''] = await deliveries.enqueue({}, {});
    expect(await mutate('cancel', { id })).toEqual({
      __typename: 'CancelDeliveryPayload',
      delivery: { id, state: 'SKIPPED', cancelledBy: actor(), lastErrorCode: 'CANCELLED' },
    });
    expect(await mutate('cancel', { id })).toEqual(stateError(id, 'SKIPPED'));
    expect(await deliveries.claim()).toHaveLength(1);
    expect(await mutate('cancel', { id: other })).toEqual(stateError(other, 'LEASED'));
  });
});

it('a key of another company finds no delivery, by any way, and changes none', async () => {
  const [id = ''] = await deliveries.bury({ subject: 'sign_up:1' });
  const [open = ''] = await deliveries.enqueue({});
  const { key } = await api.tenant(`company${next++}`);
  expect(await mutate('redeliver', keyed({ id }), key)).toEqual(NOT_FOUND);
  expect(await mutate('cancel', { id: open }, key)).toEqual(NOT_FOUND);
  expect(await mutate('redeliverMatching', keyed({ filter: {}, expectedCount: 1 }), key)).toMatchObject({
    now: { count: 0 },
  });
  const { data, errors } = await api.query(
    key,
    `query ($id: ID!, $target: ID!) { node(id: $id) { id } delivery(id: $id) { id }
      deliveries(first: 5) { nodes { id } totalCount { count } }
      bySubject: deliveries(first: 5, filter: { subject: "sign_up:1" }) { nodes { id } }
      byTarget: deliveries(first: 5, filter: { targetId: $target }) { nodes { id } } }`,
    { id, target: deliveries.targetId },
  );
  expect(errors).toEqual([]);
  const none = { nodes: [] };
  expect(data).toEqual({
    node: null,
    delivery: null,
    deliveries: { ...none, totalCount: { count: 0 } },
    bySubject: none,
    byTarget: none,
  });
  expect(await deliveries.claim()).toHaveLength(1);
});
