import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

const backoff = fc
  .record({ baseMs: fc.integer({ min: 1, max: 60_000 }), capMs: fc.integer({ min: 1, max: 86_400_000 }) })
  .filter(({ baseMs, capMs }) => baseMs <= capMs);
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('a pause is never negative, never beyond the cap, never beyond base · 2^(attempt − 1), and a whole number', () => {
  fc.assert(
    fc.property(backoff, fc.integer({ min: 1, max: 1_000 }), random, (given, attempt, at) => {
      const ms = backoffMs(given, attempt, () => at);
      expect(Number.isInteger(ms)).toBe(true);
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(ms).toBeLessThanOrEqual(given.capMs);
      if (attempt < 30) expect(ms).toBeLessThanOrEqual(given.baseMs * 2 ** (attempt - 1));
    }),
  );
});

test('the jitter is full: every pause from nothing up to the limit is possible', () => {
  const given = { baseMs: 1_000, capMs: 60_000 };
  expect(backoffMs(given, 5, () => 0)).toBe(0);
  expect(backoffMs(given, 5, () => 0.5)).toBe(8_000);
  expect(backoffMs(given, 5, () => 0.999_999)).toBe(15_999);
  expect(backoffMs(given, 50, () => 0.999_999)).toBe(59_999);
});
