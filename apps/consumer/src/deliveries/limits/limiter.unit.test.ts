import { describe, expect, test } from 'vitest';
import { type Clock, createLeakyBucket, createUnlimited } from './limiter.ts';

const never = new AbortController().signal;

/** Time passes when somebody waits for it, or when the test says so. */
function createClock(): Clock & { pass(ms: number): void } {
  let now = 0;
  return {
    nowMs: () => now,
    pause: async (forMs) => {
      now += forMs;
    },
    pass: (ms) => {
      now += ms;
    },
  };
}

/** When each of so many requests, all asked for at once, may go. */
async function timesOf(count: number, options: { perSecond: number; burst: number }): Promise<number[]> {
  const clock = createClock();
  const limiter = createLeakyBucket(options, clock);
  const times: number[] = [];
  const all = Array.from({ length: count }, () =>
    limiter.acquire(never).then(() => times.push(clock.nowMs())),
  );
  await Promise.all(all);
  return times;
}

describe('a leaky bucket', () => {
  test('begins full: whoever owned the target before may just have used all of it', async () => {
    expect(await timesOf(1, { perSecond: 2, burst: 5 })).toEqual([500]);
  });

  test('lets the rate through, and not one more', async () => {
    const times = await timesOf(20, { perSecond: 2, burst: 5 });
    expect(times).toEqual(Array.from({ length: 20 }, (_, at) => (at + 1) * 500));
  });

  test('holds a burst after a quiet time, and no more than that', async () => {
    const clock = createClock();
    const limiter = createLeakyBucket({ perSecond: 2, burst: 5 }, clock);
    clock.pass(60_000);
    const times: number[] = [];
    for (let n = 0; n < 7; n++) await limiter.acquire(never).then(() => times.push(clock.nowMs() - 60_000));
    expect(times).toEqual([0, 0, 0, 0, 0, 500, 1_000]);
  });

  test('serves whoever came first, and lets those go on who come behind one that gave up', async () => {
    const limiter = createLeakyBucket({ perSecond: 2, burst: 1 }, createClock());
    const giveUp = new AbortController();
    const order: string[] = [];
    const first = limiter.acquire(giveUp.signal);
    const others = ['second', 'third'].map((name) => limiter.acquire(never).then(() => order.push(name)));
    giveUp.abort();
    await expect(first).rejects.toThrow(/abort/);
    await Promise.all(others);
    expect(order).toEqual(['second', 'third']);
  });

  test('says what it allows and what was used', async () => {
    const clock = createClock();
    const limiter = createLeakyBucket({ perSecond: 10, burst: 10 }, clock);
    for (let n = 0; n < 70; n++) await limiter.acquire(never);
    expect(limiter.usage()).toEqual({ usedPerSecond: 10, allowedPerSecond: 10 });
    clock.pass(10_000);
    expect(limiter.usage()).toEqual({ usedPerSecond: 0, allowedPerSecond: 10 });
  });
});

test('a target without a known limit is not held up', async () => {
  const limiter = createUnlimited();
  for (let n = 0; n < 1_000; n++) await limiter.acquire(never);
  expect(limiter.usage().allowedPerSecond).toBeNull();
});
