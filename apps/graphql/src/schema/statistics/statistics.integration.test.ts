import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
let other: Tenant;
let deliveries: TestDeliveries;

beforeAll(async () => {
  api = await startApi();
  [demo, other] = [await api.tenant('demo'), await api.tenant('other')];
  deliveries = await createDeliveries(api.store, demo);
  await deliveries.bury({ kind: 'test.bury' });
  await deliveries.enqueue({ kind: 'test.do' }, { kind: 'test.do' });
  for (const claimed of await deliveries.claim()) await deliveries.settle(claimed, { durationMs: 100 });
  await demo.signUps([1, 2, 3, 4]);
});
afterAll(() => api[Symbol.asyncDispose]());

const range = () => ({
  from: new Date(Date.now() - 86_400_000).toISOString(),
  to: new Date(Date.now() + 86_400_000).toISOString(),
});
const STATS = `query ($range: StatisticsRangeInput!, $step: StatisticsStep = MONTH, $groupBy: DeliveryStatsGroup, $timeZone: String = "Europe/Moscow") {
  deliveryStats(range: $range, step: $step, groupBy: $groupBy, timeZone: $timeZone) { buckets {
    startsAt kind target { id } delivered failedAttempts dead ambiguous skipped duration { p50Ms p95Ms } } } }`;
const FUNNEL = `query ($range: StatisticsRangeInput!) { signUpFunnel(range: $range, step: MONTH) {
  total { received needsReview provisioning completed rejected failed medianMsToDecision medianMsToCompletion }
  buckets { startsAt reached { received completed } } } }`;

it('deliveryStats tells how deliveries went: all together, by kind, by target', async () => {
  const stats = async (groupBy: string | null, key = demo.key) => {
    const { data, errors } = await api.query(key, STATS, { range: range(), groupBy });
    expect(errors).toEqual([]);
    return data.deliveryStats.buckets;
  };
  const nothing = {
    failedAttempts: 0,
    dead: 0,
    ambiguous: 0,
    skipped: 0,
    startsAt: expect.stringMatching(/T21:00:00.000Z$/),
  };
  expect(await stats(null)).toEqual([
    {
      ...nothing,
      kind: null,
      target: null,
      delivered: 2,
      failedAttempts: 1,
      dead: 1,
      duration: { p50Ms: 99, p95Ms: 99 },
    },
  ]);
  expect(await stats('KIND')).toEqual([
    {
      ...nothing,
      kind: 'test.bury',
      target: null,
      delivered: 0,
      failedAttempts: 1,
      dead: 1,
      duration: { p50Ms: 5, p95Ms: 5 },
    },
    { ...nothing, kind: 'test.do', target: null, delivered: 2, duration: { p50Ms: 99, p95Ms: 99 } },
  ]);
  expect(await stats('TARGET')).toMatchObject([
    { target: { id: deliveries.targetId }, delivered: 2, dead: 1 },
  ]);
  expect(await stats(null, other.key)).toEqual([]);
});

it('signUpFunnel tells how far the sign-ups of a time have got', async () => {
  const at = (ms: number) => `created_at + interval '${ms} ms'`;
  await api.store.run(
    `update sign_ups set needs_review_at = ${at(100)}, provisioning_at = ${at(1_000)}, completed_at = ${at(5_000)}, state = 'completed'
     where rosdomofon_id = 1`,
    [],
  );
  await api.store.run(
    `update sign_ups set needs_review_at = ${at(100)}, rejected_at = ${at(3_000)}, state = 'rejected' where rosdomofon_id = 2`,
    [],
  );
  const { data, errors } = await api.query(demo.key, FUNNEL, { range: range() });
  expect(errors).toEqual([]);
  expect(data.signUpFunnel).toEqual({
    total: {
      received: 4,
      needsReview: 2,
      provisioning: 1,
      completed: 1,
      rejected: 1,
      failed: 0,
      medianMsToDecision: 2_000,
      medianMsToCompletion: 5_000,
    },
    buckets: [{ startsAt: expect.any(String), reached: { received: 4, completed: 1 } }],
  });
  expect((await api.query(other.key, FUNNEL, { range: range() })).data.signUpFunnel).toMatchObject({
    total: { received: 0, medianMsToDecision: null },
    buckets: [],
  });
});

it.each([
  [{ timeZone: 'Moscow' }],
  [{ timeZone: "UTC'--" }],
  [{ timeZone: '+03:00' }],
  [{ step: 'HOUR', range: { from: '2026-01-01T00:00:00Z', to: '2026-03-01T00:00:00Z' } }],
  [{ range: { from: '2025-01-01T00:00:00Z', to: '2026-03-01T00:00:00Z' } }],
  [{ range: { from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' } }],
])('%j is refused', async (variables) => {
  const { errors } = await api.query(demo.key, STATS, { range: range(), ...variables });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
