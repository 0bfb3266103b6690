import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import { atSecond, createIntake, message } from '../testing/intake-fixtures.ts';
import { recordIncomingMessages } from './record-incoming-messages.ts';

/** All versions fit into one page: it must not depend on when old ones may be swept. */
const PEOPLE = 5;
const CHUNKS = 10;

let store: Store;
beforeAll(async () => {
  const database = await createTestDatabase();
  // One connection: a backend tells its figures when it is asked to, and only its own.
  store = openStore(database.url, { applicationName: 'test', maxConnections: 1 });
});
afterAll(() => store[Symbol.asyncDispose]());

async function shareOfUpdatesWithoutIndexEntries(shortName: string, secondsBetween: number): Promise<number> {
  const { incoming } = await createIntake(store, shortName);
  const figures = async () => {
    await store.run('select pg_stat_force_next_flush()', []);
    const [row] = await store.run<{ updates: number; hot: number }>(
      `select n_tup_upd::int as updates, n_tup_hot_upd::int as hot from pg_stat_user_tables where relname = 'conversations'`,
      [],
    );
    return row ?? { updates: 0, hot: 0 };
  };
  const before = await figures();
  for (let chunk = 0; chunk <= CHUNKS; chunk++)
    await recordIncomingMessages(
      store,
      incoming,
      Array.from({ length: PEOPLE }, (_, person) =>
        message(chunk * PEOPLE + person, {
          abonentRosdomofonId: person,
          sentAt: atSecond(chunk * secondsBetween),
        }),
      ),
    );
  const after = await figures();
  expect(after.updates - before.updates).toBe(PEOPLE * CHUNKS);
  return (after.hot - before.hot) / (after.updates - before.updates);
}

test('a talk with a message every minute moves in its list once a quarter of an hour', async () => {
  expect(await shareOfUpdatesWithoutIndexEntries('minutes', 60)).toBeGreaterThan(0.8);
});

test('control: with half an hour between its messages, every one of them moves it', async () => {
  expect(await shareOfUpdatesWithoutIndexEntries('half-hours', 1_800)).toBe(0);
});
