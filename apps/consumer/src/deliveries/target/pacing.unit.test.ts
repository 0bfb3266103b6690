import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Alarm } from './alarm.ts';
import { BatchSize } from './batch-size.ts';

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
