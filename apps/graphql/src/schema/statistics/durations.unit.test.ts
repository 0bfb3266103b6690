import { expect, test } from 'vitest';
import { durationOf } from './durations.ts';

test.each([
  [
    { buckets: [0], counts: [1] },
    { p50Ms: 1, p95Ms: 1 },
  ],
  // 16 to 19 ms, 19 of 20 times; 1,024 to 1,218 ms once.
  [
    { buckets: [16, 40], counts: [19, 1] },
    { p50Ms: 17, p95Ms: 17 },
  ],
  [
    { buckets: [16, 40], counts: [18, 2] },
    { p50Ms: 17, p95Ms: 1117 },
  ],
  [
    { buckets: [4, 8], counts: [1, 1] },
    { p50Ms: 2, p95Ms: 4 },
  ],
])('of %j: %j', (row, duration) => {
  expect(durationOf(row)).toEqual(duration);
});
