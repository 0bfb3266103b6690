import { describe, expect, test } from 'vitest';
import { createOperatingTime } from './operating-time.ts';
import { createRequestBucket } from './request-bucket.ts';

describe('the bucket of requests', () => {
  const open = (rate = { burst: 50, perSecond: 2 }) => {
    const clock = { ms: 1_000_000 };
    return {
      clock,
      bucket: createRequestBucket(
        () => rate,
        () => clock.ms,
      ),
    };
  };
  const accepted = (bucket: ReturnType<typeof open>['bucket'], tries: number, source = 'a') =>
    Array.from({ length: tries }, () => bucket.accepts(source)).filter(Boolean).length;

  test('takes 50 at once, then two a second', () => {
    const { clock, bucket } = open();
    expect(accepted(bucket, 60)).toBe(50);
    clock.ms += 500;
    expect(accepted(bucket, 5)).toBe(1);
    clock.ms += 3000;
    expect(accepted(bucket, 50)).toBe(6);
  });

  test('in T seconds takes 50 and 2·T, however often it is asked', () => {
    const { clock, bucket } = open();
    let taken = 0;
    for (let step = 0; step < 1000; step += 1) {
      taken += accepted(bucket, 3);
      clock.ms += 100;
    }
    expect(taken).toBeGreaterThanOrEqual(249);
    expect(taken).toBeLessThanOrEqual(250);
  });

  test('counts each source for itself, and forgets when it is emptied', () => {
    const { bucket } = open({ burst: 3, perSecond: 1 });
    expect([accepted(bucket, 5, 'a'), accepted(bucket, 5, 'b'), accepted(bucket, 5, 'a')]).toEqual([3, 3, 0]);
    bucket.empty();
    expect(accepted(bucket, 5, 'a')).toBe(3);
  });
});

describe('operating time', () => {
  const MINUTE_MS = 60_000;
  const open = () => {
    const clock = { ms: 100 * MINUTE_MS };
    return { clock, time: createOperatingTime(() => clock.ms) };
  };

  test('adds up over ten one-minute baskets, and the oldest drops out', () => {
    const { clock, time } = open();
    time.charge('webhook', 'crm.item.add', 100);
    clock.ms += MINUTE_MS;
    expect(time.charge('webhook', 'crm.item.add', 30).operatingS).toBe(130);
    clock.ms += 8.5 * MINUTE_MS;
    expect(time.spent('webhook', 'crm.item.add')).toEqual({ operatingS: 130, resetAtS: 110 * 60 });
    clock.ms = 110 * MINUTE_MS;
    expect(time.spent('webhook', 'crm.item.add')).toEqual({ operatingS: 30, resetAtS: 111 * 60 });
    clock.ms += MINUTE_MS;
    expect(time.spent('webhook', 'crm.item.add').operatingS).toBe(0);
  });

  test('is counted for each method and each credential', () => {
    const { time } = open();
    time.charge('a', 'm', 5);
    expect(time.spent('a', 'n').operatingS).toBe(0);
    expect(time.spent('b', 'm').operatingS).toBe(0);
  });
});
