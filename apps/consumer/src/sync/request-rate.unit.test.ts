import { expect, test } from 'vitest';
import { RequestRate } from './request-rate.ts';

test('as many requests a second as allowed, a second of them at once after a pause', async () => {
  const waits: number[] = [];
  let now = 0;
  const rate = new RequestRate(10, {
    now: () => now,
    wait: async (ms) => {
      waits.push(Math.max(0, Math.round(ms)));
      now += Math.max(0, ms);
    },
  });
  for (let n = 0; n < 13; n++) await rate.take(new AbortController().signal);
  expect(waits).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 100, 100]);
  // An hour of silence is no right to a flood.
  now += 3_600_000;
  waits.length = 0;
  for (let n = 0; n < 11; n++) await rate.take(new AbortController().signal);
  expect(waits.at(-1)).toBe(100);
  expect(waits.slice(0, -1).every((wait) => wait === 0)).toBe(true);
});
