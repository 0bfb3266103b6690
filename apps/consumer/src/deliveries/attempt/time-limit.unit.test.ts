import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Abandon, TimeLimit } from './time-limit.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the time of an attempt', () => {
  test('ends with a signal, and a second later without the handler', async () => {
    const limit = new TimeLimit();
    const { signal } = limit;
    const overrun = limit.start(1_000, new Abandon());
    vi.advanceTimersByTime(1_000);
    expect(signal.aborted).toBe(true);
    expect(limit.reason).toBe('ATTEMPT_TIMEOUT');
    vi.advanceTimersByTime(1_000);
    expect(await overrun).toBe('ATTEMPT_TIMEOUT');
  });

  test('is over for all when the process cannot wait any longer, also for those who begin after that', () => {
    const abandon = new Abandon();
    const [early, late] = [new TimeLimit(), new TimeLimit()];
    void early.start(60_000, abandon);
    abandon.now();
    void late.start(60_000, abandon);
    for (const limit of [early, late]) {
      expect(limit.reason).toBe('SHUTDOWN');
      // A signal that is looked at later says so too.
      expect(limit.signal.aborted).toBe(true);
      limit.end();
    }
  });

  test('that has ended gives up nothing any more', () => {
    const limit = new TimeLimit();
    void limit.start(1_000, new Abandon());
    limit.end();
    vi.advanceTimersByTime(10_000);
    expect(limit.reason).toBeNull();
  });
});
