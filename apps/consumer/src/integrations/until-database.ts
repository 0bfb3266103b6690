import type { Logger } from '@domovoy/service-kit';
import { isRetryable } from '@domovoy/store';
import { pause } from '../intake/waiting.ts';

const RETRY_MS = 1_000;

/** Does `work` as soon as the database is there: a process that starts during an outage waits for its end. */
export async function untilDatabase<T>(
  work: () => Promise<T>,
  { logger, signal }: { logger: Logger; signal: AbortSignal },
): Promise<T> {
  for (let hasTold = false; ; hasTold = true) {
    try {
      return await work();
    } catch (error) {
      if (!isRetryable(error) || signal.aborted) throw error;
      if (!hasTold) logger.warn({ event: 'database-awaited', err: error }, 'waiting for the database');
      await pause(RETRY_MS, signal);
    }
  }
}
