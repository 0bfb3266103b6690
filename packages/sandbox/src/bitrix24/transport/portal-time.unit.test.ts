import { expect, test } from 'vitest';
import { isoDate, isoTime, parseTime } from './portal-time.ts';

const atMs = Date.UTC(2026, 10, 27, 22, 15, 30);

test('moments have the portal’s offset, and a date is a midnight of the portal', () => {
  expect(isoTime(atMs)).toBe('2026-11-28T01:15:30+03:00');
  expect(isoDate(atMs)).toBe('2026-11-28T00:00:00+03:00');
});

test.each([
  '2026-11-28T01:15:30+03:00',
  '2026-11-27T22:15:30Z',
  '2026-11-27T22:15:30.000Z',
  '2026-11-28 01:15:30',
  '28.11.2026 01:15:30',
])('%s is read', (text) => {
  expect(parseTime(text)).toBe(atMs);
});

test.each(['', 'tomorrow', '2026-13-40', '31.02.2026', '1795756742'])('%j is no moment', (text) => {
  expect(parseTime(text)).toBeNull();
});
