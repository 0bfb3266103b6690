import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quietMs } from './quiet-hours.ts';

const night = { from: '22:00', to: '08:00', timeZone: 'Europe/Moscow' };
const at = (text: string) => Date.parse(text);
const hours = (count: number) => count * 3_600_000;

describe('quiet hours', () => {
  test.each([
    ['before they begin', '2026-11-27T21:59:59+03:00', 0],
    ['when they begin', '2026-11-27T22:00:00+03:00', hours(10)],
    ['after midnight', '2026-11-27T03:00:00+03:00', hours(5)],
    ['when they end', '2026-11-27T08:00:00+03:00', 0],
  ])('%s', (_when, now, wait) => {
    expect(quietMs(night, 'Europe/Moscow +03:00', at(now))).toBe(wait);
  });

  test('are those of the abonent, not of the company', () => {
    const now = at('2026-11-27T20:00:00+03:00');
    expect(quietMs(night, 'Europe/Moscow +03:00', now)).toBe(0);
    expect(quietMs(night, 'Asia/Yekaterinburg +05:00', now)).toBe(hours(10));
  });

  test.each([[null], [''], ['Somewhere']])('are the company’s where the time zone is %j', (zone) => {
    expect(quietMs(night, zone, at('2026-11-27T23:00:00+03:00'))).toBe(hours(9));
  });

  test('go by the offset where the name is not known', () => {
    expect(quietMs(night, 'Mars/Crater +05:00', at('2026-11-27T20:00:00+03:00'))).toBe(hours(10));
  });

  test('within one day', () => {
    const lunch = { ...night, from: '12:00', to: '13:00' };
    expect(quietMs(lunch, null, at('2026-11-27T12:30:00+03:00'))).toBe(hours(0.5));
    expect(quietMs(lunch, null, at('2026-11-27T13:30:00+03:00'))).toBe(0);
  });

  test('without any, nobody waits', () => {
    expect(quietMs(null, 'Europe/Moscow', 0)).toBe(0);
  });

  test('whoever waits as long as told comes when they are over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 41 }), (now) => {
        const fixed = { ...night, timeZone: 'UTC' };
        const wait = quietMs(fixed, null, now);
        expect(wait).toBeLessThanOrEqual(hours(10));
        // To the next second: a time of day has no milliseconds.
        if (wait > 0) expect(quietMs(fixed, null, now + wait + 1_000)).toBe(0);
      }),
    );
  });
});
