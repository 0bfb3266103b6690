import { setTimeout as delay } from 'node:timers/promises';
import type { Call } from '../call/call.ts';
import { interruption } from '../call/interruption.ts';
import { tell } from '../diagnostics.ts';
import { ConnectionError, RateLimitError, RosDomofonError, ServerError } from '../errors.ts';
import type { RetryOptions } from '../options.ts';

/**
 * Full jitter: a random part of a pause that doubles, so that many clients that failed together do not come back
 * together. What the service asks for is kept to, and jittered on top.
 */
export function pauseMs(
  attempt: number,
  { baseDelayMs, maxDelayMs }: Pick<RetryOptions, 'baseDelayMs' | 'maxDelayMs'>,
  retryAfterMs = 0,
  random = Math.random,
): number {
  return retryAfterMs + random() * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1));
}

/**
 * Repeats what failed for a passing reason. A creation is repeated only when it certainly was not executed: a second
 * account, flat or message is worse than an error.
 */
export async function retry<T>(call: Call, options: RetryOptions, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    call.attempt += 1;
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof RosDomofonError)) throw error;
      call.mayHaveRun ||= error.unknownOutcome;
      if (tries >= options.maxAttempts || !isWorthRepeating(error, call)) throw error;
      const delayMs = pauseMs(tries, options, error.retryAfterMs);
      // Better the reason now than a time-out later.
      if (delayMs >= call.timeLeftMs()) throw error;
      const { id: callId, operation, method, route } = call;
      tell('requestRetry', {
        callId,
        operation,
        method,
        route,
        attempt: call.attempt,
        delayMs,
        errorCode: error.code,
      });
      await pause(delayMs, call);
    }
  }
}

function isWorthRepeating(error: RosDomofonError, { effect }: Call): boolean {
  const isSafe = effect !== 'creation';
  if (error instanceof RateLimitError) return true;
  if (error instanceof ConnectionError) return isSafe || !error.unknownOutcome;
  if (error instanceof ServerError) return isSafe && [502, 503, 504].includes(error.status);
  return false;
}

async function pause(delayMs: number, call: Call): Promise<void> {
  try {
    await delay(delayMs, undefined, { signal: call.signal });
  } catch {
    throw interruption(call, false);
  }
}
