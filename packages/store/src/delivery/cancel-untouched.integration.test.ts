import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import { createTarget, type Target } from '../testing/delivery-fixtures.ts';
import { cancelDeliveries } from './cancel-deliveries.ts';
import { cancelUntouchedDeliveries } from './cancel-untouched.ts';

let store: Store;
let target: Target;
beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
  target = await createTarget(store);
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(() => store.run('truncate deliveries, delivery_attempts, changes', []));

const by = (ids: readonly bigint[]) => ({ companyId: target.companyId, ids, actor: 'user:1' });
const states = () =>
  store.run<{ state: string; fence: bigint }>('select state, fence from deliveries order by id', []);

test('of a claim and a cancellation at the same moment exactly one has the delivery', async () => {
  const won = { claim: 0, cancellation: 0 };
  for (let round = 0; round < 60; round++) {
    const [id = 0n] = await target.enqueue(target.delivery(`a${round}`, round));
    const claim = () => target.claim();
    const cancel = () => cancelUntouchedDeliveries(store, by([id]));
    const [claimed, cancelled] =
      round % 2 === 0
        ? await Promise.all([claim(), cancel()])
        : await Promise.all([cancel(), claim()]).then(([one, other]) => [other, one] as const);
    expect(claimed.length + cancelled.length).toBe(1);
    won[claimed.length === 1 ? 'claim' : 'cancellation'] += 1;
    await store.run('delete from deliveries', []);
  }
  expect(won.claim + won.cancellation).toBe(60);
});

test('control: a look and a change in two statements give it to both', async () => {
  const [id = 0n] = await target.enqueue(target.delivery('a', 1));
  expect(await states()).toEqual([{ state: 'pending', fence: 0n }]);
  expect(await target.claim()).toHaveLength(1);
  await store.run(`update deliveries set state = 'skipped' where id = $1`, [id]);
  expect(await states()).toMatchObject([{ state: 'skipped' }]);
});

test('never waits: whoever has the row at this moment, has it', async () => {
  const [id = 0n] = await target.enqueue(target.delivery('a', 1));
  await store.transaction(async (tx) => {
    await tx.execute(`update deliveries set state = 'leased', fence = fence + 1 where id = ${id}`);
    expect(await cancelUntouchedDeliveries(store, by([id]))).toEqual([]);
  });
  expect(await states()).toEqual([{ state: 'leased', fence: 1n }]);
});

test('a claim that comes meanwhile waits, and finds nothing', async () => {
  const [id = 0n] = await target.enqueue(target.delivery('a', 1));
  let claimed: Promise<unknown[]> = Promise.resolve([]);
  await store.transaction(async (tx) => {
    expect(await cancelUntouchedDeliveries(tx, by([id]))).toHaveLength(1);
    claimed = target.claim();
    // It stands at the row: nobody else would wait for a lock.
    for (;;) {
      const [row] = await store.run<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        [],
      );
      if ((row?.n ?? 0) > 0) break;
    }
  });
  expect(await claimed).toEqual([]);
  expect(await states()).toEqual([{ state: 'skipped', fence: 1n }]);
});

test('takes all or none, and none that came back from a worker', async () => {
  const [first = 0n, second = 0n] = await target.enqueue(target.delivery('a', 1), target.delivery('b', 2));
  await store.run('update deliveries set fence = 2 where id = $1', [second]);
  expect(await cancelUntouchedDeliveries(store, by([first, second]))).toEqual([]);
  // The ordinary one would: it asks for nothing but that nobody has it at this moment.
  expect(await cancelDeliveries(store, by([second]))).toHaveLength(1);
  expect(await cancelUntouchedDeliveries(store, by([first, 999n]))).toEqual([]);
  expect(await cancelUntouchedDeliveries(store, { ...by([first]), companyId: 999n })).toEqual([]);
  expect(await cancelUntouchedDeliveries(store, by([first]))).toHaveLength(1);
  expect(
    await store.run(`select last_error_code as code, settled_by as by from deliveries where id = $1`, [
      first,
    ]),
  ).toEqual([{ code: 'UNDONE', by: 'user:1' }]);
});
