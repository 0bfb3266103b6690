import { vi } from 'vitest';

/**
 * Waits until the expectation holds. Long, because the test files share one Postgres: an open transaction of any of
 * them holds the feed of all.
 */
export const eventually = <T>(check: () => T | Promise<T>, { timeout = 20_000 } = {}): Promise<T> =>
  vi.waitFor(check, { timeout, interval: 20 });
