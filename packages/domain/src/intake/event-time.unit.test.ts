import { describe, expect, test } from 'vitest';
import { believableTime } from './event-time.ts';

const now = Date.UTC(2026, 10, 21, 12);

describe('a time from outside', () => {
  test.each([
    ['an hour ago', now - 3_600_000],
    ['the first moment of 2010', Date.UTC(2010)],
    ['five minutes ahead', now + 300_000],
  ])('is believed when it is %s', (_name, time) => {
    expect(believableTime(time, now).getTime()).toBe(time);
  });

  test.each([
    ['absent', -1],
    ['1970', 0],
    ['the last moment of 2009', Date.UTC(2010) - 1],
    ['more than five minutes ahead', now + 300_001],
    ['the year 2100', Date.UTC(2100)],
    ['no date at all', Number.MAX_SAFE_INTEGER],
    ['not a number', Number.NaN],
  ])('counts as now when it is %s', (_name, time) => {
    expect(believableTime(time, now).getTime()).toBe(now);
  });

  test('falls back to another time when one is given', () => {
    expect(believableTime(0, now, now - 5).getTime()).toBe(now - 5);
  });
});
