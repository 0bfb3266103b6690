import { setTimeout as pause } from 'node:timers/promises';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Repeats a read until it works: an outage of the database lets a follower wait and ends nothing. Rejects only when
 * aborted.
 */
export async function patiently<T>(
  read: () => Promise<T>,
  { signal, onError }: { signal: AbortSignal; onError: (error: unknown) => void },
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted();
    try {
      return await read();
    } catch (error) {
      onError(error);
      await pause(Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS), undefined, { signal });
    }
  }
}
