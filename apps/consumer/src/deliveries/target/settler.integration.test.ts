import { delivered } from '@domovoy/domain';
import { openStore } from '@domovoy/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeliveryWorld, type DeliveryWorld, type TestTarget } from '../testing/delivery-world.ts';

let world: DeliveryWorld;
let target: TestTarget;
beforeAll(async () => {
  world = await createDeliveryWorld();
  target = await world.addTarget();
});
afterAll(() => world.close());

const OTHERS = 60;
const SETTLING = `select count(*) from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and query like '%settle_deliveries%'`;

test('an end of a subject is not in the database before the end before it, though others are', async () => {
  const locked = Promise.withResolvers<void>();
  const unlock = Promise.withResolvers<void>();
  const firstWaits = Promise.withResolvers<void>();
  await using other = openStore(world.url, { applicationName: 'lock' });
  let locking: Promise<unknown> = Promise.resolve();
  await world.startWorker({
    handle: async ({ id, payload }) => {
      if (payload.key === 'first') {
        // From now on nobody can settle it.
        locking = other.transaction(async (tx) => {
          await tx.execute(`select from deliveries where id = ${id} for update`);
          locked.resolve();
          await unlock.promise;
        });
        await locked.promise;
      } else await firstWaits.promise;
      return delivered();
    },
    settings: { concurrency: OTHERS + 2, maxRunLength: 2 },
  });
  const others = Array.from({ length: OTHERS }, (_, n) => ({ about: `other ${n}`, key: `other ${n}` }));
  const ids = await world.enqueue(target, [
    { about: 'one', key: 'first' },
    { about: 'one', key: 'second' },
    ...others,
  ]);
  try {
    await world.until(SETTLING, 1);
    firstWaits.resolve();
    await world.until(`select count(*) from deliveries where state = 'delivered'`, OTHERS);
    expect((await world.load(target, ids[1] ?? 0n)).state).toBe('leased');
  } finally {
    firstWaits.resolve();
    unlock.resolve();
    await locking;
  }
  await world.until(`select count(*) from deliveries where state = 'delivered'`, OTHERS + 2);
});
