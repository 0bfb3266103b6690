import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Alarm } from './alarm.ts';
import { BatchSize } from './batch-size.ts';
import { ClaimPlan } from './claim-plan.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an alarm', () => {
  test('goes off once, at the earliest time that was asked for', () => {
    const onTime = vi.fn<() => void>();
    const alarm = new Alarm(onTime);
    for (const ms of [500, 100, 300]) alarm.setIn(ms);
    vi.advanceTimersByTime(99);
    expect(onTime).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5_000);
    expect(onTime).toHaveBeenCalledTimes(1);
    alarm.setIn(10);
    vi.advanceTimersByTime(20);
    expect(onTime).toHaveBeenCalledTimes(2);
  });

  test('is silent when it was cleared, and patient for months', () => {
    const onTime = vi.fn<() => void>();
    const alarm = new Alarm(onTime);
    alarm.setIn(100);
    alarm.clear();
    alarm.setIn(2 ** 40);
    vi.advanceTimersByTime(1_000_000);
    expect(onTime).not.toHaveBeenCalled();
  });
});

describe('the batch size', () => {
  /** After some seconds in which so many ended per second. */
  const sizeAt = (perSecond: number, isBusy = true) => {
    const batch = new BatchSize({ least: 8, most: 200 });
    batch.measure(false);
    for (let second = 0; second < 3; second++) {
      vi.advanceTimersByTime(1_000);
      for (let n = 0; n < perSecond; n++) batch.count();
      batch.measure(isBusy);
    }
    return batch.size;
  };
  test.each([
    ['a slow target', 2, true, 8],
    ['one of medium speed', 100, true, 50],
    ['a fast one', 10_000, true, 200],
    ['one with little to do', 10_000, false, 8],
  ])('is, for %s, what ends in half a second, within its limits', (_name, perSecond, isBusy, size) => {
    expect(sizeAt(perSecond, isBusy)).toBe(size);
  });
});

describe('the plan of claims', () => {
  const create = () => new ClaimPlan({ concurrency: 8, maxClaimed: 200, maxRunLength: 4 });
  const subjects = (count: number) =>
    Array.from({ length: count }, (_, n) => `s${String(n).padStart(3, '0')}`);

  test('goes on behind the last subject, and once around before it rests', () => {
    const plan = create();
    expect(plan.took(subjects(8), 8, 1)).toBe(true);
    expect(plan.next().after).toBe('s007');
    expect(plan.took(subjects(3), 8, 1)).toBe(true);
    expect(plan.next().after).toBe('');
    expect(plan.took(subjects(3), 8, 1)).toBe(false);
  });

  test('takes one of each subject while there are enough of them, and more when there are few', () => {
    const plan = create();
    const lengths = [3, 3, 3, 3, 8, 8, 8].map((found) => {
      plan.took(subjects(found), 8, 1);
      return plan.next().runLength;
    });
    expect(lengths).toEqual([2, 4, 4, 4, 2, 1, 1]);
  });

  test('asks for another batch while one waits, for nothing while more for its turn, whatever is being settled', () => {
    const plan = create();
    expect(plan.room({ open: 0, held: 0 })).toBe(8);
    expect(plan.room({ open: 8, held: 20 })).toBe(8);
    expect(plan.room({ open: 9, held: 9 })).toBe(0);
    expect(plan.room({ open: 0, held: 33 })).toBe(0);
  });

  test('takes half of what there is when that is little, so that the other half is settled meanwhile', () => {
    const plan = new ClaimPlan({ concurrency: 64, maxClaimed: 200, maxRunLength: 4 });
    plan.took(subjects(40), 64, 1);
    expect(plan.room({ open: 0, held: 0 })).toBe(64);
    const fast = new ClaimPlan({ concurrency: 8, maxClaimed: 200, maxRunLength: 4 });
    fast.next();
    for (let second = 0; second < 2; second++) {
      vi.advanceTimersByTime(1_000);
      for (let n = 0; n < 10_000; n++) fast.count();
      fast.took(subjects(200), 200, 1);
      fast.next();
    }
    expect(fast.room({ open: 0, held: 0 })).toBe(200);
    fast.took([], 200, 1);
    fast.took(subjects(100), 200, 1);
    expect(fast.room({ open: 0, held: 0 })).toBe(50);
  });

  test('knows when there was nothing more, until something has changed', () => {
    const plan = create();
    plan.took(subjects(3), 8, 1);
    expect(plan.hasAll).toBe(true);
    plan.took(subjects(8), 8, 1);
    expect(plan.hasAll).toBe(false);
  });

  test('waits after a long walk that found nothing, and not after any other', () => {
    const plan = create();
    plan.took([], 8, 0.5);
    expect(plan.waitMs).toBe(0);
    plan.took([], 8, 50);
    expect(plan.waitMs).toBe(200);
    vi.advanceTimersByTime(200);
    expect(plan.waitMs).toBe(0);
    plan.took(subjects(1), 8, 50);
    expect(plan.waitMs).toBe(0);
  });
});
