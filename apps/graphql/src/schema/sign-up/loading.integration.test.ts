import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { countReads } from '../../testing/count-reads.ts';
import { createDeliveries } from '../../testing/deliveries.ts';
import { createMirror } from '../../testing/mirror.ts';
import { testSignUps } from '../../testing/sign-ups.ts';
import { type Tenant, uidOf } from '../../testing/tenant.ts';

const NUMBERS = Array.from({ length: 12 }, (_, i) => i + 1);
let api: TestApi;
let tenant: Tenant;

beforeAll(async () => {
  api = await startApi();
  tenant = await api.tenant('demo');
  await (await createMirror(api.store, tenant)).import({
    services: [{ rosdomofonId: 1 }],
    entrances: [{ rosdomofonId: 11, services: [1], ranges: [{ flatStart: 1, flatEnd: 20 }] }],
  });
  const deliveries = await createDeliveries(api.store, tenant);
  const work = { integrationId: tenant.integrationId, kind: 'sign_up.match', maxAttempts: 15 };
  await tenant.signUps(NUMBERS, { requestedAt: new Date() }, 'company', work);
  for (const claimed of await deliveries.claim()) await deliveries.settle(claimed);
  const signUps = testSignUps(api.store, tenant);
  for (const number of NUMBERS) await signUps.match(uidOf(number));
  // Half of them go on.
  for (const number of NUMBERS.slice(0, 6)) {
    const { data } = await api.query(
      tenant.key,
      `{ signUps(first: 1, filter: { uid: "${uidOf(number)}" }) { nodes { id version } } }`,
    );
    const [{ id, version }] = data.signUps.nodes;
    await api.query(
      tenant.key,
      'mutation ($input: ApproveSignUpInput!) { approveSignUp(input: $input) { __typename } }',
      { input: { id, expectedVersion: version, idempotencyKey: uidOf(number) } },
    );
  }
});
afterAll(() => api[Symbol.asyncDispose]());

const DELIVERY = `kind state target { kind backlog { count } oldestDueAt rate { usedPerSecond } } attempts { outcome }
  about { __typename id } original { id } redelivery { id } company { name }`;

it('what a page of sign-ups shows of plans, steps and deliveries is read once for all of them', async () => {
  const { data, repeated } = await countReads(
    api,
    tenant,
    `{ signUps(first: 50) { nodes { reviewReason suggestions { entrance { id } services { name } }
      plan { entrance { id } account { id } createdFlat { id } services { name } } steps { step delivery { id } }
      deliveries { ${DELIVERY} } timeline(first: 5) { nodes { kind actor } } } } }`,
  );
  expect(data.signUps.nodes).toHaveLength(NUMBERS.length);
  expect(data.signUps.nodes.filter((node: any) => node.steps.length > 0)).toHaveLength(6);
  expect(data.signUps.nodes.flatMap((node: any) => node.deliveries)).toHaveLength(18);
  expect(repeated).toEqual({});
});

it('so is what a page of deliveries shows', async () => {
  const { data, repeated } = await countReads(
    api,
    tenant,
    `{ deliveries(first: 50) { nodes { ${DELIVERY} } totalCount { count } } deliveryTargets { backlog { count } oldestDueAt } }`,
  );
  expect(data.deliveries.nodes).toHaveLength(18);
  expect(repeated).toEqual({});
});
