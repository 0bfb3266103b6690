import { expect, test } from 'vitest';
import { readHistogram } from './attempt-counts.ts';

const digits = (count: number) => String(count).padStart(12, '0');

test.each([
  ['7', [0], [7]],
  [`3${digits(0)}${digits(20)}`, [0, 2], [20, 3]],
  [
    `999999999999${digits(0)}${digits(999_999_999_999)}${digits(1)}`,
    [0, 1, 3],
    [1, 999_999_999_999, 999_999_999_999],
  ],
  [`1${digits(0).repeat(124)}`, [124], [1]],
  ['0', [], []],
])('the histogram %s', (text, buckets, counts) => {
  expect(readHistogram(text)).toEqual({ buckets, counts });
});
