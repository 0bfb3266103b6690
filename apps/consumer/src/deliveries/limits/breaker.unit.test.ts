import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Breaker } from './breaker.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const settings = { failures: 3, baseMs: 1_000, capMs: 4_000 };
const fails = async () => ({ failure: 'SERVER_ERROR' });
const succeeds = async () => ({ failure: null });

function createBreaker() {
  const states: string[] = [];
  const breaker: Breaker = new Breaker(settings, () => states.push(breaker.state));
  return { breaker, states };
}
async function open(breaker: Breaker) {
  for (let n = 0; n < settings.failures; n++) await breaker.run(fails);
}

describe('a breaker', () => {
  test('opens after so many failures in a row, and not when one in between succeeds', async () => {
    const { breaker } = createBreaker();
    for (let n = 0; n < 10; n++) {
      await breaker.run(fails);
      await breaker.run(fails);
      await breaker.run(succeeds);
    }
    expect(breaker).toMatchObject({ state: 'closed', admits: 'all', leftMs: null, code: null });
    await open(breaker);
    expect(breaker).toMatchObject({ state: 'open', admits: 'none', leftMs: 1_000, code: 'SERVER_ERROR' });
  });

  test('does nothing while it is open', async () => {
    const { breaker } = createBreaker();
    await open(breaker);
    const work = vi.fn<() => Promise<{ failure: null }>>(succeeds);
    expect(await breaker.run(work)).toBeNull();
    expect(work).not.toHaveBeenCalled();
  });

  test('admits one probe when its time is up: others do not wait for it, they are refused', async () => {
    const { breaker, states } = createBreaker();
    await open(breaker);
    vi.advanceTimersByTime(1_000);
    expect(breaker.admits).toBe('one');
    const probe = Promise.withResolvers<{ failure: null }>();
    const probing = breaker.run(() => probe.promise);
    expect(breaker).toMatchObject({ state: 'half_open', admits: 'none' });
    expect(await breaker.run(succeeds)).toBeNull();
    probe.resolve({ failure: null });
    expect(await probing).toEqual({ failure: null });
    expect(breaker).toMatchObject({ state: 'closed', admits: 'all', code: null });
    expect(states).toEqual(['open', 'half_open', 'closed']);
  });

  test('stays open twice as long after each probe that fails, up to its cap, and begins anew after a success', async () => {
    const { breaker } = createBreaker();
    await open(breaker);
    for (const leftMs of [2_000, 4_000, 4_000]) {
      vi.advanceTimersByTime(breaker.leftMs ?? 0);
      await breaker.run(fails);
      expect(breaker.leftMs).toBe(leftMs);
    }
    vi.advanceTimersByTime(4_000);
    await breaker.run(succeeds);
    await open(breaker);
    expect(breaker.leftMs).toBe(1_000);
  });

  test.each([-3_600_000, 3_600_000])(
    'does not look at the wall clock (set by %i ms while it is open)',
    async (ms) => {
      const { breaker } = createBreaker();
      await open(breaker);
      vi.setSystemTime(Date.now() + ms);
      expect(breaker.admits).toBe('none');
      vi.advanceTimersByTime(1_000);
      expect(await breaker.run(succeeds)).toEqual({ failure: null });
      expect(breaker.state).toBe('closed');
    },
  );

  test('passes on what its work throws', async () => {
    const { breaker } = createBreaker();
    await expect(breaker.run(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  });
});
