import { expect, test } from 'vitest';
import { PhpMap, readErrorWords, readSuccess, readTime } from './envelope.ts';

const now = () => 1_700_000_000_000;

test('a time is read by the clock of the portal, and any of it may be missing', () => {
  const whole = { start: 10, finish: '12.5', duration: 2.5, operating: '7', operating_reset_at: 40 };
  expect(readTime(whole, now)).toEqual({ durationMs: 2_500, operatingSeconds: 7, resetInMs: 27_500 });
  expect(readTime({ start: 10, finish: 11 }, now)).toMatchObject({ durationMs: 1_000 });
  expect(readTime({ operating_reset_at: 1_700_000_001 }, now)).toMatchObject({ resetInMs: 1_000 });
  const nothing = { durationMs: undefined, operatingSeconds: undefined, resetInMs: undefined };
  for (const time of [undefined, null, [], {}, 'soon', { operating: null, finish: {} }])
    expect(readTime(time, now)).toEqual(nothing);
});

test('numbers may be text, and what is no number is not there', () => {
  expect(readSuccess({ result: [], total: '12', next: 50 }, now)).toMatchObject({ total: 12, next: 50 });
  expect(readSuccess({ result: null, total: false }, now)).toMatchObject({ result: null, total: undefined });
  for (const body of [undefined, null, 'text', [], {}, { error: '' }])
    expect(readSuccess(body, now)).toBeUndefined();
});

test.each([
  [[], {}],
  [null, {}],
  [undefined, {}],
  [['a', 'b'], { 0: 'a', 1: 'b' }],
  [{ c00: 1 }, { c00: 1 }],
])('%j is the map %j', (given, map) => {
  expect(PhpMap.parse(given)).toEqual(map);
});

test.each([
  [{ error: 'CODE', error_description: 'words' }, 'CODE', 'words'],
  [{ error: '', error_description: 'Access denied' }, '', 'Access denied'],
  [{ error: 100 }, '100', ''],
  [{ error: null, error_description: null }, '', ''],
  [{ error: { code: 'BITRIX_REST_V3_EXCEPTION', message: 'words' } }, 'BITRIX_REST_V3_EXCEPTION', 'words'],
  ['bare words', '', 'bare words'],
])('the error %j', (body, apiCode, description) => {
  expect(readErrorWords(body)).toEqual({ apiCode, description });
});
