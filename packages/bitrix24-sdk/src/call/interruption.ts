import { AbortError, TimeoutError } from '../errors.ts';
import type { Call } from './call.ts';

const DEADLINE = Symbol('deadline');

/** Ends a call when its time is over, or when the caller gives it up. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly timeLeftMs: () => number;
  /** Lets go of the timer and of the caller's signal. */
  readonly stop: () => void;
}

export function startDeadline(timeoutMs: number, signal: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const endsAt = performance.now() + timeoutMs;
  const abort = () => controller.abort(signal?.reason);
  const timer = setTimeout(() => controller.abort(DEADLINE), timeoutMs);
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    timeLeftMs: () => Math.max(0, endsAt - performance.now()),
    stop() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
  };
}

/** Why the call's signal was aborted, as the error to throw. */
export function interruption(call: Call): AbortError | TimeoutError {
  const mayHaveRun = call.mayHaveRun || (call.isSent && call.effect !== 'read');
  const facts = { call, unknownOutcome: mayHaveRun };
  return call.signal.reason === DEADLINE
    ? new TimeoutError(call.timeoutMs, { ...facts, isSent: call.isSent })
    : new AbortError({ ...facts, cause: call.signal.reason });
}

/** Work that does not listen to the call's signal: the call does not wait for it any longer than it may. */
export async function whileWaiting<T>(work: Promise<T>, call: Call): Promise<T> {
  work.catch(() => {}); // the call may have gone by then
  let leave: () => void = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    leave = () => reject(interruption(call));
    if (call.signal.aborted) leave();
    else call.signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    call.signal.removeEventListener('abort', leave);
  }
}
