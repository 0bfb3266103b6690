import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RequestLimit, RequestLimits } from './request-limit.ts';

/** Time goes on only when somebody waits for it. */
function virtualClock() {
  let now = 0;
  return {
    nowMs: () => now,
    async pause(forMs: number) {
      // Who got something sees the time at which it was given.
      await nextTurn();
      now += forMs;
    },
    goOn(byMs: number) {
      now += byMs;
    },
  };
}

const { signal } = new AbortController();
/** Most of the times that lie in one second. */
const mostInASecond = (times: readonly number[]): number =>
  Math.max(0, ...times.map((from) => times.filter((time) => time >= from && time < from + 1_000).length));

describe('a limit of requests', () => {
  test('is never exceeded in any second, whatever comes when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.tuple(fc.nat(700), fc.integer({ min: 1, max: 30 })), { maxLength: 12 }),
        async (perSecond, arrivals) => {
          const clock = virtualClock();
          const limit = new RequestLimit(perSecond, { clock });
          const sent: number[] = [];
          for (const [pauseMs, count] of arrivals) {
            clock.goOn(pauseMs);
            const takes = Array.from({ length: count }, async (_, at) => {
              await limit.take(at % 2 === 0 ? 'delivery' : 'mirror', signal);
              sent.push(clock.nowMs());
            });
            await Promise.all(takes);
          }
          expect(mostInASecond(sent)).toBeLessThanOrEqual(perSecond);
        },
      ),
    );
  });

  test('is used by at least 90 % while something waits, and says so', async () => {
    const clock = virtualClock();
    const limit = new RequestLimit(20, { clock });
    await Promise.all(Array.from({ length: 400 }, () => limit.take('delivery', signal)));
    expect((400 / clock.nowMs()) * 1_000).toBeGreaterThanOrEqual(18);
    const { usedPerSecond, allowedPerSecond } = limit.usage();
    expect(usedPerSecond).toBeGreaterThanOrEqual(18);
    expect(usedPerSecond).toBeLessThanOrEqual(20);
    expect(allowedPerSecond).toBe(20);
  });

  test('begins as if the owner before had just used all of it', async () => {
    const clock = virtualClock();
    await new RequestLimit(20, { clock }).take('delivery', signal);
    expect(clock.nowMs()).toBeGreaterThanOrEqual(1_000);
    const first = virtualClock();
    await new RequestLimit(20, { clock: first, isFirst: true }).take('delivery', signal);
    expect(first.nowMs()).toBe(0);
  });

  test('lets deliveries go first, also those that come later; the mirror still gets one of twenty', async () => {
    const limit = new RequestLimit(10, { clock: virtualClock() });
    const order: string[] = [];
    const take = async (purpose: 'delivery' | 'mirror') => {
      await limit.take(purpose, signal);
      order.push(purpose);
    };
    await Promise.all([
      ...Array.from({ length: 5 }, () => take('mirror')),
      ...Array.from({ length: 60 }, () => take('delivery')),
    ]);
    expect(order.slice(0, 60).filter((purpose) => purpose === 'mirror')).toHaveLength(3);
    expect(order.slice(0, 19)).toEqual(Array(19).fill('delivery'));
    expect(order).toHaveLength(65);
  });

  test('costs nothing for who gave up', async () => {
    const clock = virtualClock();
    const limit = new RequestLimit(1, { clock });
    const leaving = new AbortController();
    const left = limit.take('delivery', leaving.signal);
    const stays = limit.take('delivery', signal);
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    await stays;
    expect(clock.nowMs()).toBeLessThan(1_100);
    await expect(limit.take('delivery', leaving.signal)).rejects.toThrow('gone');
  });

  test('tells when less than a second of it waits: until then no attempt begins', async () => {
    const limit = new RequestLimit(5, { clock: virtualClock() });
    const takes = Array.from({ length: 12 }, () => limit.take('delivery', signal));
    let waiting = 12;
    for (const take of takes) void take.then(() => (waiting -= 1));
    await limit.untilShort(signal);
    await nextTurn();
    expect(waiting).toBeLessThanOrEqual(5);
    await Promise.all(takes);
    const stopped = AbortSignal.abort(new Error('held'));
    await expect(limit.untilShort(stopped)).rejects.toThrow('held');
  });

  test('is one for each integration, whoever asks', () => {
    const limits = new RequestLimits(20);
    expect(limits.of(1n)).toBe(limits.of(1n));
    expect(limits.of(1n)).not.toBe(limits.of(2n));
  });
});
