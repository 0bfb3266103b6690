import { setTimeout as wait } from 'node:timers/promises';

/** Resolves after the time, or at once when the signal aborts. */
export async function pause(forMs: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted || forMs <= 0) return;
  try {
    await wait(forMs, undefined, { signal });
  } catch {
    // Aborted: whoever waits looks at the signal himself.
  }
}

/** Resolves with the work, or after the time without it. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const isDone = new AbortController();
  await Promise.race([work.finally(() => isDone.abort()), pause(ms, isDone.signal)]);
}

/** 1, 2, 4 … 60 s. */
export const backoffMs = (attempt: number): number => Math.min(60_000, 1_000 * 2 ** Math.min(attempt, 6));
