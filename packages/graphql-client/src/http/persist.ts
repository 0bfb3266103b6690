import { DomovoyError } from '@domovoy/models';
import type { RetryOptions } from '../options.ts';
import { pause, pauseMsOf } from './pause.ts';

/** Tries again what failed for a reason that may pass. The last error is the one that is thrown. */
export async function persist<T>(
  attempt: () => Promise<T>,
  retry: RetryOptions,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof DomovoyError && error.retryable) || failures + 1 >= retry.attempts) throw error;
      await pause(pauseMsOf(failures, retry, error.retryAfterMs), signal);
    }
  }
}
