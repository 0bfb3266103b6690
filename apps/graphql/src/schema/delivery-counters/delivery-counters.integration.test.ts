import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import { eventually } from '../../testing/eventually.ts';
import { type Event, openSocket, type Subscription, subscribe } from '../../testing/socket.ts';
import { countStatements } from '../../testing/statement-counter.ts';
import type { Tenant } from '../../testing/tenant.ts';

const COUNTS =
  '{ waiting { count precision } due { count } sending { count } doubtful { count } dead { count precision } }';
const TEXT = `subscription { deliveryCounters { __typename cursor ... on DeliveriesCounted { countedAt
  counts ${COUNTS} byTarget { target { id } counts ${COUNTS} } } } }`;

let api: TestApi;
let demo: Tenant;
let other: Tenant;
let deliveries: TestDeliveries;
beforeAll(async () => {
  api = await startApi({ lookouts: { gapMs: 10, countEveryMs: 50 }, rememberKeysMs: 200 });
  [demo, other] = [await api.tenant('demo'), await api.tenant('other')];
  deliveries = await createDeliveries(api.store, demo);
});
afterAll(() => api[Symbol.asyncDispose]());

const numbers = ({ counts }: Event) =>
  Object.fromEntries(Object.entries(counts).map(([name, { count }]: [string, Event]) => [name, count]));
const hears = ({ events }: Subscription, expected: Record<string, number>) =>
  eventually(() => expect(numbers(events.at(-1))).toMatchObject(expected));

async function followed(from: TestApi, key: string) {
  const socket = openSocket(from.wsUrl, key);
  const subscription = subscribe(socket, TEXT);
  await subscription.live;
  return { socket, subscription };
}

it('tells what waits, is sent, is doubtful and is dead, of the company and of its target', async () => {
  const [mine, theirs] = [await followed(api, demo.key), await followed(api, other.key)];
  const nothing = { waiting: 0, due: 0, sending: 0, doubtful: 0, dead: 0 };
  expect(numbers(mine.subscription.events[0])).toEqual(nothing);
  expect(mine.subscription.events[0].byTarget).toEqual([]);
  await deliveries.enqueue({}, {}, { dueInMs: 3_600_000 });
  await hears(mine.subscription, { ...nothing, waiting: 3, due: 2 });
  // The feed tells of no claim.
  const [first, second] = await deliveries.claim();
  if (!first || !second) throw new Error('two were due');
  await hears(mine.subscription, { ...nothing, waiting: 1, sending: 2 });
  await deliveries.settle(first, { state: 'pending', outcome: 'ambiguous', delayMs: 3_600_000 });
  await hears(mine.subscription, { ...nothing, waiting: 2, sending: 1, doubtful: 1 });
  await deliveries.settle(second, { state: 'dead', outcome: 'dead', errorCode: 'TEST_FAILED' });
  await hears(mine.subscription, { ...nothing, waiting: 2, doubtful: 1, dead: 1 });
  const last = mine.subscription.events.at(-1);
  expect(last.byTarget).toEqual([{ target: { id: deliveries.targetId }, counts: last.counts }]);
  expect(last.counts.waiting).toEqual({ count: 2, precision: 'EXACT' });
  expect(theirs.subscription.events.map(numbers)).toEqual([nothing]);
  await mine.socket.dispose();
  await theirs.socket.dispose();
});

it('comes no more often than once in the pause, whatever happens meanwhile', async () => {
  const gapMs = 300;
  await using slow = await startApi({ lookouts: { gapMs }, databaseUrl: api.databaseUrl });
  const [slowly, quickly] = [await followed(slow, demo.key), await followed(api, demo.key)];
  const pausesOf = ({ events }: Subscription) =>
    events.slice(1).map((event, at) => Date.parse(event.countedAt) - Date.parse(events[at].countedAt));
  let enqueued = 0;
  const end = new AbortController();
  const streaming = (async () => {
    while (!end.signal.aborted) {
      await deliveries.enqueue({});
      enqueued += 1;
    }
  })();
  await eventually(() => expect(slowly.subscription.events.length).toBeGreaterThan(4));
  end.abort();
  await streaming;
  // By the clock of the database in milliseconds, and a timer may be one early.
  expect(Math.min(...pausesOf(slowly.subscription))).toBeGreaterThanOrEqual(gapMs - 5);
  expect(enqueued).toBeGreaterThan(20);
  // The control: the same, told by one who may count more often.
  expect(Math.min(...pausesOf(quickly.subscription))).toBeLessThan(gapMs - 5);
  // Nothing of it is lost: the last count is of all.
  const { data } = await api.query(
    demo.key,
    '{ deliveries(filter: { state: [PENDING] }, first: 1) { totalCount { count } } }',
  );
  await hears(slowly.subscription, { waiting: data.deliveries.totalCount.count });
  await slowly.socket.dispose();
  await quickly.socket.dispose();
});

it('costs forty subscribers what it costs one, and nothing while nothing happens', async () => {
  await using counter = await countStatements(api.databaseUrl);
  const lookouts = { gapMs: 10, countEveryMs: 3_600_000 };
  await using counted = await startApi({ lookouts, databaseUrl: counter.url, rememberKeysMs: 600_000 });
  const first = await followed(counted, demo.key);
  const costOfAChange = async (subscriptions: readonly Subscription[]) => {
    const before = counter.count();
    const { waiting } = numbers(subscriptions[0]?.events.at(-1));
    await deliveries.enqueue({});
    await Promise.all(subscriptions.map((each) => hears(each, { waiting: waiting + 1 })));
    return counter.count() - before;
  };
  const one = await costOfAChange([first.subscription]);
  const before = counter.count();
  const more = Array.from({ length: 39 }, () => subscribe(first.socket, TEXT));
  await Promise.all(more.map(({ live }) => live));
  expect(counter.count() - before).toBeLessThan(20);
  expect(await costOfAChange([first.subscription, ...more])).toBeLessThan(one + 39);
  await first.socket.dispose();
});

it('counts up to 10,000, and says that there are more', async () => {
  await api.store.run(
    `insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, max_attempts)
     select $1, $2, 'test', 's', 'many ' || i, 5 from generate_series(1, 10010) i`,
    [other.company.id, other.integrationId],
  );
  const { socket, subscription } = await followed(api, other.key);
  const [{ counts, byTarget }] = subscription.events;
  expect(counts).toMatchObject({
    waiting: { count: 10_000, precision: 'AT_LEAST' },
    dead: { count: 0, precision: 'EXACT' },
  });
  expect(byTarget).toMatchObject([{ counts }]);
  await socket.dispose();
});

it('ends when its key is revoked', async () => {
  const key = await api.key(demo);
  const { socket, subscription } = await followed(api, key);
  await api.store.run('update api_keys set revoked_at = now() where public_id = $1', [
    key.split('_')[2] ?? '',
  ]);
  await subscription.ended;
  expect(subscription.errors).toMatchObject([{ code: 4403 }]);
  await socket.dispose();
});
