import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import { shareSpendings } from './share-spendings.ts';

let store: Store;
beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());

const share = async (spent: Record<string, number>, pointsPerSecond = 0) => {
  const spendings = Object.entries(spent).map(([caller, points]) => ({ caller, points }));
  const all = await shareSpendings(store, { spendings, pointsPerSecond });
  return Object.fromEntries(all.map(({ caller, points }) => [caller, points]));
};

test('what processes spend adds up, each caller for itself, and what comes back is taken off', async () => {
  expect(await share({ 'api-key:a': 10, 'user:b': 1.5 })).toEqual({ 'api-key:a': 10, 'user:b': 1.5 });
  expect(await share({ 'api-key:a': 5 })).toEqual({ 'api-key:a': 15 });
  expect(await share({ 'api-key:a': -7, 'user:b': 0 })).toEqual({ 'api-key:a': 8, 'user:b': 1.5 });
});

test('it leaks while nobody looks, and never below nothing', async () => {
  await share({ leaking: 100 });
  await store.run(`update budget_spendings set at = at - interval '10 seconds' where caller = 'leaking'`, []);
  const { leaking } = await share({ leaking: 0 }, 4);
  expect(leaking).toBeGreaterThan(50);
  expect(leaking).toBeLessThanOrEqual(60);
  await store.run(`update budget_spendings set at = at - interval '1 hour' where caller = 'leaking'`, []);
  expect(await share({ leaking: 3 }, 4)).toEqual({ leaking: 3 });
});

test('two processes that spend at once lose nothing of each other', async () => {
  const callers = Array.from({ length: 20 }, (_, n) => `busy:${n}`);
  const one = Object.fromEntries(callers.map((caller) => [caller, 1]));
  const other = Object.fromEntries(callers.toReversed().map((caller) => [caller, 1]));
  await Promise.all(Array.from({ length: 20 }, (_, n) => share(n % 2 === 0 ? one : other)));
  expect(await share({ 'busy:0': 0, 'busy:19': 0 })).toEqual({ 'busy:0': 20, 'busy:19': 20 });
});
