import { expect, test } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const now = Date.parse('2026-03-01T12:00:00Z');

test.each([
  ['seconds', '7', 7000],
  ['no wait at all', '0', 0],
  ['a date', 'Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
  ['a date in the past', 'Sun, 01 Mar 2026 11:00:00 GMT', 0],
  ['the first of several', ['3', '9'], 3000],
  ['nothing', undefined, undefined],
  ['an empty header', ' ', undefined],
  ['words', 'soon', undefined],
])('%s', (_, header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected);
});
