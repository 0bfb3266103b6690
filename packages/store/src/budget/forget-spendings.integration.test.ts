import { createTestDatabase } from '@domovoy/testkit';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import { forgetSpendings } from './forget-spendings.ts';
import { shareSpendings } from './share-spendings.ts';

let store: Store;
beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(() => store.run('truncate budget_spendings', []));

/** So many callers of whom nothing was heard since then. */
const silentFor = (hours: number, name: string, count = 1) =>
  store.run(
    `insert into budget_spendings select $1 || n, 5, now() - $2::int * interval '1 hour' from generate_series(1, $3::int) n`,
    [name, hours, count],
  );
const callers = async () =>
  (await store.run<{ caller: string }>('select caller from budget_spendings order by caller', [])).map(
    ({ caller }) => caller,
  );
const forget = (limit = 1_000) => forgetSpendings(store, { olderThanDays: 1, limit });

test('callers of whom nothing was heard for a day are forgotten, in batches; others stay', async () => {
  await silentFor(25, 'hook:', 5);
  await silentFor(23, 'user:');
  await shareSpendings(store, { spendings: [{ caller: 'hook:2', points: 1 }], pointsPerSecond: 1 });
  expect([await forget(3), await forget(3)]).toEqual([3, 1]);
  expect(await callers()).toEqual(['hook:2', 'user:1']);
});

test('one who comes back at this moment is neither waited for nor forgotten', async () => {
  await silentFor(25, 'hook:', 2);
  await store.transaction(async (tx) => {
    await tx.execute(sql`update budget_spendings set at = now() where caller = 'hook:1'`);
    expect(await forget()).toBe(1);
  });
  expect(await callers()).toEqual(['hook:1']);
});

test('control: a deletion that does not pass over rows in use waits for whoever holds them', async () => {
  await silentFor(25, 'hook:');
  let waiting: Promise<unknown> | undefined;
  await store.transaction(async (tx) => {
    await tx.execute(sql`update budget_spendings set at = now() where caller = 'hook:1'`);
    waiting = store.run(`delete from budget_spendings where at < now() - interval '1 day'`, []);
    expect(await Promise.race([waiting.then(() => 'deleted'), isBlocked()])).toBe('blocked');
  });
  await waiting;
});

/** Resolves when some statement waits for a lock of another one. */
async function isBlocked(): Promise<string> {
  const blocked = () =>
    store.run(
      `select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
      [],
    );
  await expect.poll(blocked, { interval: 20 }).not.toHaveLength(0);
  return 'blocked';
}
