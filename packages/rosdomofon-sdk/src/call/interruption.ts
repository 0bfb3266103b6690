import { AbortError, TimeoutError } from '../errors.ts';
import type { Call } from './call.ts';

const DEADLINE = Symbol('deadline');

/** Ends a call when its time is over, or when the caller gives it up. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly timeLeftMs: () => number;
  /** The clock stands still: somebody else is at work. */
  readonly pause: () => void;
  /** The whole time begins anew. */
  readonly restart: () => void;
  /** Lets go of the timer and of the caller's signal. */
  readonly stop: () => void;
}

export function startDeadline(timeoutMs: number, signal: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  let timer: NodeJS.Timeout | undefined;
  let endsAt = Number.POSITIVE_INFINITY;
  const pause = () => {
    clearTimeout(timer);
    endsAt = Number.POSITIVE_INFINITY;
  };
  const restart = () => {
    clearTimeout(timer);
    endsAt = performance.now() + timeoutMs;
    timer = setTimeout(() => controller.abort(DEADLINE), timeoutMs);
  };
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  restart();
  return {
    signal: controller.signal,
    timeLeftMs: () => Math.max(0, endsAt - performance.now()),
    pause,
    restart,
    stop() {
      pause();
      signal?.removeEventListener('abort', abort);
    },
  };
}

/** Why the call's signal was aborted, as the error to throw. */
export function interruption(call: Call, unknownOutcome: boolean): AbortError | TimeoutError {
  const facts = { call, unknownOutcome: unknownOutcome || call.mayHaveRun };
  return call.signal.reason === DEADLINE
    ? new TimeoutError(call.timeoutMs, facts)
    : new AbortError({ ...facts, cause: call.signal.reason });
}

/** Work that does not listen to the call's signal: the call does not wait for it any longer than it may. */
export async function whileWaiting<T>(
  work: Promise<T>,
  call: Call,
  isOutcomeUnknown: () => boolean = () => false,
): Promise<T> {
  work.catch(() => {}); // the call may have gone by then
  let leave: () => void = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    leave = () => reject(interruption(call, isOutcomeUnknown()));
    if (call.signal.aborted) leave();
    else call.signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    call.signal.removeEventListener('abort', leave);
  }
}
