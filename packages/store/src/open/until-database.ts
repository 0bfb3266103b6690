import { setTimeout as pause } from 'node:timers/promises';
import { isRetryable } from '../errors/classify.ts';

const RETRY_MS = 1_000;

export interface UntilDatabaseOptions {
  readonly signal: AbortSignal;
  /** Called after each attempt that failed, counted from 1: the process waits, for this reason. */
  readonly onWait: (error: unknown, attempt: number) => void;
}

/**
 * Does `work` as soon as the database is there: a process that starts during an outage waits for its end. Rejects when
 * waiting would not help, and when the signal aborts.
 */
export async function untilDatabase<T>(work: () => Promise<T>, options: UntilDatabaseOptions): Promise<T> {
  const { signal, onWait } = options;
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!isRetryable(error)) throw error;
      onWait(error, attempt);
      await pause(RETRY_MS, undefined, { signal });
    }
  }
}
