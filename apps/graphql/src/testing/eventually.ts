import { vi } from 'vitest';

/** Waits until the expectation holds, for as long as a busy machine may need. */
export const eventually = <T>(check: () => T | Promise<T>, { timeout = 20_000 } = {}): Promise<T> =>
  vi.waitFor(check, { timeout, interval: 20 });
