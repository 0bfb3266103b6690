import type { Client } from 'graphql-ws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import { eventually } from '../../testing/eventually.ts';
import { openSocket, subscribe } from '../../testing/socket.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
let deliveries: TestDeliveries;
let socket: Client;

beforeAll(async () => {
  api = await startApi({ isAlone: true });
  demo = await api.tenant('demo');
  deliveries = await createDeliveries(api.store, demo);
  socket = openSocket(api.wsUrl, demo.key);
});
afterAll(async () => {
  await socket.dispose();
  await api[Symbol.asyncDispose]();
});

const CHANGED = `subscription ($filter: DeliveryFilterInput, $since: Cursor) {
  deliveryChanged(filter: $filter, since: $since) { __typename cursor
    ... on DeliveryChanged { delivery { id kind state attempts { outcome } } } } }`;
const TARGET_CHANGED = `subscription { deliveryTargetChanged { __typename cursor
  ... on DeliveryTargetChanged { target { id pause { reason } breaker { state } } } } }`;

const work = async () => {
  for (const claimed of await deliveries.claim()) await deliveries.settle(claimed);
};

it('tells of deliveries until they are settled: all, those of a filter, and after a cursor what was missed', async () => {
  const all = subscribe(socket, CHANGED);
  const some = subscribe(socket, CHANGED, { filter: { kind: ['b'], state: ['DELIVERED'] } });
  await Promise.all([all.live, some.live]);
  const [a, b] = await deliveries.enqueue({ kind: 'a' }, { kind: 'b' });
  await work();
  const settled = { state: 'DELIVERED', attempts: [{ outcome: 'DELIVERED' }] };
  await eventually(() => {
    const byId = new Map(all.events.map(({ delivery }) => [delivery.id, delivery]));
    expect(byId.get(a)).toEqual({ id: a, kind: 'a', ...settled });
    expect(byId.get(b)).toEqual({ id: b, kind: 'b', ...settled });
    expect(some.events.at(-1)?.delivery).toEqual({ id: b, kind: 'b', ...settled });
  });
  expect(new Set(some.events.map(({ delivery }) => delivery.id))).toEqual(new Set([b]));

  const since = all.cursor();
  const [c] = await deliveries.enqueue({ kind: 'c' });
  const later = subscribe(socket, CHANGED, { since });
  await eventually(() => expect(later.events.map(({ delivery }) => delivery.id)).toEqual([c]));
  await work();
  for (const subscription of [all, some, later]) {
    expect(subscription.errors).toEqual([]);
    subscription.stop();
  }
});

it('tells of a target that is paused and of its breaker, and another company nothing', async () => {
  const other = await api.tenant('other');
  const otherSocket = openSocket(api.wsUrl, other.key);
  const mine = subscribe(socket, TARGET_CHANGED);
  const quiet = [subscribe(otherSocket, TARGET_CHANGED), subscribe(otherSocket, CHANGED)];
  await Promise.all([mine, ...quiet].map(({ live }) => live));
  await deliveries.enqueue({});
  const { errors } = await api.query(
    demo.key,
    'mutation ($id: ID!) { pauseTarget(input: { id: $id, reason: "works" }) { __typename } }',
    { id: deliveries.targetId },
  );
  expect(errors).toEqual([]);
  await eventually(() =>
    expect(mine.events.at(-1)?.target).toEqual({
      id: deliveries.targetId,
      pause: { reason: 'works' },
      breaker: { state: 'CLOSED' },
    }),
  );
  // The other company's own comes after it in the feed: whatever were told, were told by then.
  const theirs = await createDeliveries(api.store, other);
  const [id] = await theirs.enqueue({});
  await eventually(() => expect(quiet[1]?.events.at(-1)?.delivery.id).toBe(id));
  expect(quiet.flatMap(({ events }) => events)).toHaveLength(1);
  mine.stop();
  await otherSocket.dispose();
});
