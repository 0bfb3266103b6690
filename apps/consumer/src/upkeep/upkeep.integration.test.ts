import { createLogger, createMetrics } from '@domovoy/service-kit';
import { feedHead, openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startUpkeep } from './start-upkeep.ts';
import { Upkeep } from './upkeep.ts';

let store: Store;
beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());

const logger = createLogger({ name: 'test', level: 'silent' });
const count = async (table: string) =>
  (await store.run<{ n: number }>(`select count(*)::int as n from ${table}`, []))[0]?.n;

test('a process forgets by itself what is too old, batch by batch, and its figures say how much', async () => {
  await store.run(
    `insert into changes (company_id, entity, entity_id, op) select 1, 'sign_up', n, 'changed' from generate_series(1, 1500) n`,
    [],
  );
  await store.run(
    `insert into inbox_events (source_id, partition, "offset", company_id, hash, received_at)
     select 1, 0, n, 1, n, now() - interval '100 days' from generate_series(0, 2500) n`,
    [],
  );
  await store.run(
    `insert into jobs (company_id, kind, input, requested_by, state, finished_at)
     values (1, 'k', '{}', 'test', 'completed', now() - interval '100 days')`,
    [],
  );
  await store.run(
    `insert into budget_spendings values ('hook:1', 5, now() - interval '2 days'), ('hook:2', 5, now())`,
    [],
  );
  // Another test of the same server may still be writing.
  await expect.poll(async () => (await feedHead(store)).id, { timeout: 20_000 }).toBe('1500');
  const processMetrics = createMetrics({ processMetrics: false });
  const days = { feedDays: 14, eventDays: 90, deadEventDays: 365, runDays: 90 };
  const upkeep = startUpkeep({ store, logger, processMetrics, days, everyMs: 50 });
  await expect.poll(() => count('inbox_events'), { timeout: 20_000 }).toBe(1);
  await expect.poll(() => count('jobs'), { timeout: 20_000 }).toBe(0);
  await expect.poll(() => count('budget_spendings'), { timeout: 20_000 }).toBe(1);
  // The feed is marked now; what is there becomes old with the mark.
  expect(await count('feed_marks')).toBe(1);
  expect(await count('changes')).toBe(1500);
  await store.run(`update feed_marks set at = now() - interval '15 days'`, []);
  await expect.poll(() => count('changes'), { timeout: 20_000 }).toBe(1);
  await upkeep[Symbol.asyncDispose]();
  const figures = await processMetrics.text();
  expect(figures).toMatch(/domovoy_forgotten_rows_total\{of="inbox-events"\} 2500/);
  expect(figures).toMatch(/domovoy_forgotten_rows_total\{of="budget-spendings"\} 1/);
  expect(figures).toMatch(/domovoy_forgotten_rows_total\{of="changes"\} 1499/);
});

test('one table that fails does not keep the others from being looked after', async () => {
  let rounds = 0;
  const done = Promise.withResolvers<void>();
  const upkeep = new Upkeep({
    logger,
    everyMs: 10,
    forgettings: [
      { name: 'broken', round: () => () => Promise.reject(new Error('away')) },
      {
        name: 'fine',
        round: () => async () => {
          rounds += 1;
          if (rounds === 2) done.resolve();
          return { count: 0, isOver: true };
        },
      },
    ],
  });
  await done.promise;
  await upkeep[Symbol.asyncDispose]();
  expect(rounds).toBeGreaterThanOrEqual(2);
});
