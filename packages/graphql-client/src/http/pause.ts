import type { RetryOptions } from '../options.ts';

/** Full jitter: programs that lost the API at the same moment do not come back at the same moment. */
export const pauseMsOf = (
  failures: number,
  { firstPauseMs, longestPauseMs }: RetryOptions,
  atLeastMs = 0,
): number => Math.max(atLeastMs, Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** failures));

/** Rejects with the signal's reason when it is aborted. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
