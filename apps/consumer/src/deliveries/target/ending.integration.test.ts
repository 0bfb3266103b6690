import { delivered } from '@domovoy/domain';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDeliveryWorld, type DeliveryWorld, type TestTarget } from '../testing/delivery-world.ts';
import { enqueueTest } from '../testing/kinds.ts';

let world: DeliveryWorld;
let target: TestTarget;
const started: { close: () => PromiseLike<void> }[] = [];

beforeAll(async () => {
  world = await createDeliveryWorld();
  target = await world.addTarget();
});
afterAll(() => world.close());
beforeEach(() => world.store.run('truncate deliveries, delivery_attempts, delivery_targets', []));
afterEach(async () => {
  for (const { close } of started.splice(0)) await close();
});

async function start(given: Parameters<DeliveryWorld['startWorker']>[0]) {
  const worker = await world.startWorker(given);
  started.push(worker);
  return worker;
}

const effects = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ about: `subject ${n}`, key: `key-${n}` }));
const deliveredTo = ({ integrationId }: TestTarget) =>
  `select count(*) from deliveries where state = 'delivered' and integration_id = ${integrationId}`;

describe('the process that ends', () => {
  test('gives back what has not begun, waits for what has, and settles it', async () => {
    const release = Promise.withResolvers<void>();
    const begun: string[] = [];
    const { close, worker } = await start({
      handle: async ({ payload }) => {
        begun.push(payload.key);
        await release.promise;
        return delivered();
      },
      settings: { concurrency: 3 },
    });
    await world.enqueue(target, effects(40));
    await expect.poll(() => begun.length).toBe(3);
    const closing = close();
    await world.until(`select count(*) from deliveries where state = 'pending'`, 37);
    release.resolve();
    await closing;
    expect(begun).toHaveLength(3);
    expect(await world.count(deliveredTo(target))).toBe(3);
    expect(await world.count(`select count(*) from deliveries where state = 'leased'`)).toBe(0);
    expect(
      await world.count("select coalesce(max(attempts), 0) from deliveries where state = 'pending'"),
    ).toBe(0);
    expect([...worker.targets]).toEqual([]);
  });

  test('gives back what a claim brings that was on its way when it began to end', async () => {
    const release = Promise.withResolvers<void>();
    let begun = 0;
    const { close, worker } = await start({
      handle: async () => {
        begun += 1;
        await release.promise;
        return delivered();
      },
      // All of them are busy: what is claimed now waits.
      settings: { concurrency: 3 },
    });
    await world.enqueue(target, effects(3));
    await expect.poll(() => begun).toBe(3);
    // A claim waits for the table; what it will find is written before it gets it.
    const late = effects(13).slice(3);
    const free = Promise.withResolvers<void>();
    const isHeld = Promise.withResolvers<void>();
    const held = world.store.transaction(async (tx) => {
      await tx.execute('lock table deliveries in access exclusive mode');
      await enqueueTest.all(
        tx,
        late.map((payload) => ({ kind: 'test.send', payload, target, dedupeKey: payload.key })),
      );
      isHeld.resolve();
      await free.promise;
    });
    await isHeld.promise;
    const waitingClaims = `select count(*) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '/* claim_deliveries%'`;
    await expect
      .poll(() => {
        for (const one of worker.targets) one.wake();
        return world.count(waitingClaims);
      })
      .toBe(1);
    const closing = close();
    free.resolve();
    await held;
    await world.until(`select count(*) from deliveries where state = 'pending'`, 10);
    release.resolve();
    await closing;
    expect(await world.count(deliveredTo(target))).toBe(3);
  });

  test('tells attempts that take too long to give up, and records that nobody knows', async () => {
    const { close } = await start({
      handle: (_delivery, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      settings: { drainMs: 100 },
    });
    const [id = 0n] = await world.enqueue(target, effects(1));
    await world.until(`select count(*) from deliveries where state = 'leased'`, 1);
    const before = performance.now();
    await close();
    expect(performance.now() - before).toBeLessThan(900);
    expect(await world.load(target, id)).toMatchObject({ state: 'pending', ambiguousAttempts: 1 });
    expect(await world.attemptsOf(target, id)).toMatchObject([
      { outcome: 'ambiguous', errorCode: 'SHUTDOWN' },
    ]);
  });
});
