import { delivered } from '@domovoy/domain';
import { openStore, type Store, sweepDeliveries } from '@domovoy/store';
import { createProxy, type FaultProxy } from '@domovoy/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDeliveryWorld, type DeliveryWorld, type TestTarget } from './testing/delivery-world.ts';

let world: DeliveryWorld;
let target: TestTarget;
let proxy: FaultProxy;
/** Of the worker, through the proxy; the test has its own way. */
let store: Store;
let stop: () => PromiseLike<void>;

beforeAll(async () => {
  world = await createDeliveryWorld();
  target = await world.addTarget();
  await world.store.run('create table next_steps (delivery_id bigint not null)', []);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.store.run('truncate deliveries, delivery_attempts, delivery_targets, next_steps', []);
  const url = new URL(world.url);
  proxy = await createProxy({ port: Number(url.port) });
  url.port = String(proxy.port);
  store = openStore(url.href, {
    applicationName: 'worker',
    statementTimeoutMs: 2_000,
    transactionTimeoutMs: 4_000,
  });
});
afterEach(async () => {
  await stop();
  await store[Symbol.asyncDispose]();
  await proxy.close();
});

let calls = 0;
/** One delivery that ends while the database is away for so long. */
async function endDuringOutage(awayMs: number, leaseMs: number) {
  calls = 0;
  const begun = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const { close, lines } = await world.startWorker({
    store,
    settings: { leaseMs },
    handle: async () => {
      if (++calls > 1) return delivered({ second: true });
      begun.resolve();
      await release.promise;
      return delivered({ first: true });
    },
  });
  stop = close;
  const [id = 0n] = await world.enqueue(target, [{ about: 'a', key: `key-${awayMs}` }]);
  await begun.promise;
  proxy.refuse(true);
  proxy.reset();
  release.resolve();
  await world.store.run('select pg_sleep($1::float8 / 1000)', [awayMs]);
  // Another process, which reaches the database.
  await sweepDeliveries(world.store);
  proxy.refuse(false);
  await world.drained();
  return { row: await world.load(target, id), attempts: await world.attemptsOf(target, id), lines };
}

test('an outcome waits for a database that is away, and is settled once', async () => {
  const { row, attempts } = await endDuringOutage(1_500, 30_000);
  expect(calls).toBe(1);
  expect(row).toMatchObject({ state: 'delivered', attempts: 1, result: { first: true } });
  expect(attempts).toMatchObject([{ outcome: 'delivered', lateOutcome: null }]);
});

test('one that outlasts its lease is not settled any more: the delivery comes again, and both attempts are there', async () => {
  const { row, lines } = await endDuringOutage(3_500, 3_100);
  expect(calls).toBe(2);
  expect(row).toMatchObject({
    state: 'delivered',
    attempts: 2,
    ambiguousAttempts: 1,
    result: { second: true },
  });
  await expect
    .poll(() => world.attemptsOf(target, row.id))
    .toMatchObject([
      { outcome: 'ambiguous', lateOutcome: 'delivered' },
      { outcome: 'delivered', lateOutcome: null },
    ]);
  expect(lines).toContainEqual(expect.objectContaining({ event: 'delivery-lease-lost', level: 'error' }));
});

test('with backends that are killed again and again each delivery has its next step once', async () => {
  const { close } = await world.startWorker({
    store,
    handle: ({ id }) =>
      delivered({ ok: true }, async (tx) => {
        await tx.execute(`insert into next_steps (delivery_id) values (${id})`);
      }),
  });
  stop = close;
  const over = new AbortController();
  const killing = (async () => {
    while (!over.signal.aborted)
      await world.store.run(
        `select pg_terminate_backend(pid), pg_sleep(0.02) from pg_stat_activity
         where application_name = 'worker' and datname = current_database()`,
        [],
      );
  })();
  const ids = await world.enqueue(
    target,
    Array.from({ length: 150 }, (_, n) => ({ about: `s${n % 40}`, key: `step-${n}` })),
  );
  await world
    .until(`select count(*) from deliveries where state = 'delivered'`, 150, 50_000)
    .finally(() => over.abort());
  await killing;
  const steps = await world.store.run<{ id: bigint; n: number }>(
    'select delivery_id as id, count(*)::int as n from next_steps group by 1 order by 1',
    [],
  );
  expect(steps).toEqual(ids.map((id) => ({ id, n: 1 })));
  expect(await world.count(`select count(*) from delivery_attempts where outcome = 'delivered'`)).toBe(150);
});
