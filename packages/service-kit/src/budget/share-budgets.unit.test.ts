import { expect, test } from 'vitest';
import { Budgets } from './budgets.ts';
import { type ShareOptions, shareBudgets } from './share-budgets.ts';

const OPTIONS = { points: 10, pointsPerSecond: 1, now: () => 0 };
/** Only when the test says so. */
const NEVER_MS = 2_000_000_000;

/** What all have told, without a leak: the clock stands. */
function createTable() {
  const sums = new Map<string, number>();
  const table = { isAway: false, asked: 0 };
  const exchange: ShareOptions['exchange'] = ({ spendings }) => {
    table.asked += 1;
    if (table.isAway) return Promise.reject(new Error('away'));
    for (const { caller, points } of spendings) sums.set(caller, (sums.get(caller) ?? 0) + points);
    return Promise.resolve(spendings.map(({ caller }) => ({ caller, points: sums.get(caller) ?? 0 })));
  };
  return { table, exchange };
}

function join({ exchange }: ReturnType<typeof createTable>) {
  const budgets = new Budgets(OPTIONS);
  const failures: unknown[] = [];
  const shared = shareBudgets(budgets, {
    exchange,
    onFailure: (error) => failures.push(error),
    everyMs: NEVER_MS,
  });
  return { budgets, shared, failures };
}

test('two that share have one budget together; before they do each has its own', async () => {
  const among = createTable();
  const [one, other] = [join(among), join(among)];
  expect(one.budgets.take('a', 10)).toBe(true);
  await one.shared.share();
  // Control: nobody told it yet.
  expect(other.budgets.take('a', 1)).toBe(true);
  await other.shared.share();
  expect(other.budgets.take('a', 1)).toBe(false);
  expect(other.budgets.secondsUntil('a', 1)).toBe(2);
  expect(other.budgets.take('b', 10)).toBe(true);
  await Promise.all([one, other].map(({ shared }) => shared[Symbol.asyncDispose]()));
});

test('while nothing can be told each goes on counting, and it is told afterwards, once', async () => {
  const among = createTable();
  const [one, other] = [join(among), join(among)];
  among.table.isAway = true;
  expect(one.budgets.take('a', 6)).toBe(true);
  await one.shared.share();
  expect(one.failures).toHaveLength(1);
  expect(one.budgets.take('a', 3)).toBe(true);
  expect(one.budgets.take('a', 2)).toBe(false);
  among.table.isAway = false;
  await one.shared.share();
  await one.shared.share();
  other.budgets.take('a', 1);
  await other.shared.share();
  expect(other.budgets.status('a').currentlyAvailable).toBe(0);
  expect(other.budgets.secondsUntil('a', 1)).toBe(1);
  await Promise.all([one, other].map(({ shared }) => shared[Symbol.asyncDispose]()));
});

test('whoever used nothing asks nobody', async () => {
  const among = createTable();
  const { budgets, shared } = join(among);
  budgets.status('a');
  await shared.share();
  expect(among.table.asked).toBe(0);
  await shared[Symbol.asyncDispose]();
});
