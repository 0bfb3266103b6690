import { expect, it } from 'vitest';
import { Budgets } from './budgets.ts';

const withClock = () => {
  const clock = { ms: 0 };
  return { clock, budgets: new Budgets({ points: 100, pointsPerSecond: 10, now: () => clock.ms }) };
};

it('a bucket that is full takes no more until some has run out', () => {
  const { clock, budgets } = withClock();
  expect(budgets.take('a', 95)).toBe(true);
  expect(budgets.take('a', 10)).toBe(false);
  expect(budgets.status('a')).toEqual({ currentlyAvailable: 5, restoreRate: 10 });
  clock.ms += 500;
  expect(budgets.take('a', 10)).toBe(true);
  expect(budgets.take('a', 1)).toBe(false);
});

it('each key has a bucket of its own', () => {
  const { budgets } = withClock();
  expect(budgets.take('a', 100)).toBe(true);
  expect(budgets.take('b', 100)).toBe(true);
});

it('what was not needed comes back, and never more than was taken', () => {
  const { budgets } = withClock();
  budgets.take('a', 50);
  budgets.giveBack('a', 30);
  expect(budgets.status('a').currentlyAvailable).toBe(80);
  budgets.giveBack('a', 1_000);
  expect(budgets.status('a').currentlyAvailable).toBe(100);
  budgets.giveBack('a', -1_000);
  expect(budgets.status('a').currentlyAvailable).toBe(0);
});

it('what other processes used counts, and a debt has to run out before anything is taken', () => {
  const { clock, budgets } = withClock();
  budgets.take('a', 60);
  const told = budgets.tell();
  expect([...told]).toEqual([['a', 60]]);
  expect(budgets.tell().size).toBe(0);
  budgets.take('a', 10);
  budgets.learn('a', 150);
  expect(budgets.status('a').currentlyAvailable).toBe(0);
  clock.ms += 6_000;
  expect(budgets.take('a', 1)).toBe(false);
  clock.ms += 1_000;
  expect(budgets.take('a', 10)).toBe(true);
  expect([...budgets.tell()]).toEqual([['a', 20]]);
  budgets.untell(told);
  expect([...budgets.tell()]).toEqual([['a', 60]]);
});

it('tells after how many seconds so much is there again, a debt included', () => {
  const { clock, budgets } = withClock();
  expect(budgets.secondsUntil('a', 100)).toBe(0);
  budgets.take('a', 95);
  expect(budgets.secondsUntil('a', 5)).toBe(0);
  expect(budgets.secondsUntil('a', 25)).toBe(2);
  budgets.giveBack('a', -105);
  expect(budgets.secondsUntil('a', 1)).toBeCloseTo(10.1);
  clock.ms += 10_000;
  expect(budgets.secondsUntil('a', 1)).toBeCloseTo(0.1);
});

it('keeps so many buckets and no more: the one that was not used for longest goes, and looking makes none', () => {
  const budgets = new Budgets({ points: 2, pointsPerSecond: 1, mostKeys: 3, now: () => 0 });
  for (const key of ['a', 'b', 'c']) budgets.take(key, 2);
  expect(budgets.take('a', 1)).toBe(false);
  for (let n = 0; n < 100; n++) budgets.status(`looked at ${n}`);
  expect(budgets.take('b', 1)).toBe(false);
  // `c` was used before the others were.
  budgets.take('d', 1);
  expect(budgets.take('b', 1)).toBe(false);
  expect(budgets.take('a', 1)).toBe(false);
  expect(budgets.take('c', 1)).toBe(true);
});
