import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
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

const TARGET = `id kind integrationState backlog { count precision } oldestDueAt pause { pausedAt pausedBy reason }
  rest { until code } breaker { state code retryAt } rate { usedPerSecond allowedPerSecond reportedAt }`;
const PAUSE = `mutation ($input: PauseTargetInput!) { outcome: pauseTarget(input: $input) { __typename
  ... on PauseTargetPayload { target { ${TARGET} } }
  ... on UserError { code path } ... on TargetStateError { target { pause { pausedBy reason } } } } }`;
const RESUME = `mutation ($input: ResumeTargetInput!) { outcome: resumeTarget(input: $input) { __typename
  ... on ResumeTargetPayload { target { pause { reason } rest { code } } }
  ... on UserError { code path } } }`;

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables?: Record<string, unknown>, key = tenant.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables);
  expect(errors).toEqual([]);
  return data;
}

it('a target tells its backlog also when nobody has said anything yet', async () => {
  await deliveries.enqueue({}, { dueInMs: 60_000 });
  expect((await ask(`{ deliveryTargets { ${TARGET} } }`)).deliveryTargets).toEqual([
    {
      id: deliveries.targetId,
      kind: 'ROSDOMOFON',
      integrationState: 'ACTIVE',
      backlog: { count: 2, precision: 'EXACT' },
      oldestDueAt: expect.any(String),
      pause: null,
      rest: null,
      breaker: { state: 'CLOSED', code: null, retryAt: null },
      rate: null,
    },
  ]);
});

it('and what its owner reports and the target asked for; a rest that is over is none', async () => {
  await deliveries.report({
    breaker: 'open',
    breakerCode: 'SERVER_ERROR',
    breakerLeftMs: 30_000,
    usedPerSecond: 1.9,
    allowedPerSecond: 2,
  });
  await deliveries.rest(60_000);
  const one = 'query ($id: ID!) { deliveryTarget(id: $id) { ' + TARGET + ' } node(id: $id) { __typename } }';
  const { deliveryTarget, node } = await ask(one, { id: deliveries.targetId });
  expect(node).toEqual({ __typename: 'DeliveryTarget' });
  expect(deliveryTarget).toMatchObject({
    oldestDueAt: null,
    rest: { until: expect.any(String), code: 'RATE_LIMITED' },
    breaker: { state: 'OPEN', code: 'SERVER_ERROR', retryAt: expect.any(String) },
    rate: { usedPerSecond: 1.9, allowedPerSecond: 2, reportedAt: expect.any(String) },
  });
  await api.store.run('update delivery_targets set quota_until = now()', []);
  expect((await ask(one, { id: deliveries.targetId })).deliveryTarget.rest).toBeNull();
});

it('pauseTarget keeps everything back until resumeTarget, and says who did it', async () => {
  const actor = `api-key:${tenant.key.split('_')[2]}`;
  const id = deliveries.targetId;
  await deliveries.enqueue({});
  const { outcome } = await ask(PAUSE, { input: { id, reason: 'works' } });
  expect(outcome).toMatchObject({
    __typename: 'PauseTargetPayload',
    target: { id, pause: { pausedAt: expect.any(String), pausedBy: actor, reason: 'works' } },
  });
  expect(await deliveries.claim()).toEqual([]);
  expect((await ask(PAUSE, { input: { id, reason: 'again' } })).outcome).toEqual({
    __typename: 'TargetStateError',
    code: 'TARGET_STATE',
    path: ['input', 'id'],
    target: { pause: { pausedBy: actor, reason: 'works' } },
  });
  await deliveries.rest(60_000);
  expect((await ask(RESUME, { input: { id } })).outcome).toEqual({
    __typename: 'ResumeTargetPayload',
    target: { pause: null, rest: null },
  });
  expect(await deliveries.claim()).toHaveLength(1);
  expect((await ask(RESUME, { input: { id } })).outcome).toMatchObject({ code: 'TARGET_STATE' });
});

it('a key of another company sees no target, and neither pauses nor resumes it', async () => {
  const { key } = await api.tenant(`company${next++}`);
  const id = deliveries.targetId;
  const notFound = { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'id'] };
  expect((await ask(PAUSE, { input: { id } }, key)).outcome).toEqual(notFound);
  expect((await ask(RESUME, { input: { id } }, key)).outcome).toEqual(notFound);
  const data = await ask(
    'query ($id: ID!) { deliveryTargets { id } deliveryTarget(id: $id) { id } node(id: $id) { id } }',
    { id },
    key,
  );
  expect(data).toMatchObject({ deliveryTarget: null, node: null });
  expect(data.deliveryTargets.map((target: { id: string }) => target.id)).not.toContain(id);
  expect((await ask('{ deliveryTargets { pause { reason } } }')).deliveryTargets).toEqual([{ pause: null }]);
});
