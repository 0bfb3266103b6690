import { setTimeout as delay } from 'node:timers/promises';
import { isExpiredToken, type Tokens } from '../auth/tokens.ts';
import type { Call } from '../call/call.ts';
import { interruption, whileWaiting } from '../call/interruption.ts';
import { PortalMovedError } from '../call/portal-moved.ts';
import { tell } from '../diagnostics.ts';
import { Bitrix24Error, ConnectionError, RateLimitError } from '../errors.ts';
import type { RetryOptions } from '../options.ts';

/** A portal is not renamed twice in one call; a ring of redirects has no end. */
const MOST_MOVES = 3;

/**
 * Full jitter: a random part of a pause that doubles, so that many clients that failed together do not come back
 * together. What the portal asks for is kept to, and jittered on top.
 */
function pauseMs(
  failures: number,
  { baseDelayMs, maxDelayMs }: Pick<RetryOptions, 'baseDelayMs' | 'maxDelayMs'>,
  retryAfterMs = 0,
  random = Math.random,
): number {
  return retryAfterMs + random() * Math.min(maxDelayMs, baseDelayMs * 2 ** (failures - 1));
}

export interface RetryContext {
  retry: RetryOptions;
  tokens: Tokens | undefined;
}

/**
 * Repeats by the class of the failure. Refused before it was executed (limits, an expired token, a portal that moved):
 * always. Ambiguous (no answer, 5xx): only what may be done twice; a second contact is worse than an error. Anything
 * else would fail again.
 */
export async function retry<T>(
  call: Call,
  { retry: options, tokens }: RetryContext,
  attempt: () => Promise<T>,
): Promise<T> {
  let failures = 0;
  let moves = 0;
  let isRenewed = false;
  for (;;) {
    call.attempt += 1;
    call.isSent = false;
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Bitrix24Error)) throw error;
      call.mayHaveRun ||= error.unknownOutcome;
      if (call.signal.aborted) throw error;
      if (error instanceof PortalMovedError) {
        moves += 1;
        if (moves > MOST_MOVES) throw new ConnectionError('too many redirects', { call });
      } else if (isExpiredToken(error) && tokens && call.tokens && !isRenewed) {
        isRenewed = true;
        await whileWaiting(tokens.replace(call.tokens), call);
      } else if (error instanceof RateLimitError) {
        // Better the reason now than a time-out later. The pause itself is the gate's: it holds up everybody.
        if ((error.retryAfterMs ?? 0) >= call.timeLeftMs()) throw error;
        tellRepeat(call, error, 0);
      } else {
        failures += 1;
        if (failures >= options.maxAttempts || !isWorthRepeating(error, call)) throw error;
        await pause(call, error, pauseMs(failures, options, error.retryAfterMs));
      }
    }
  }
}

/** `retryable` says that the failure may pass, the effect whether the call may be done twice. */
const isWorthRepeating = (error: Bitrix24Error, { effect }: Call): boolean =>
  error.retryable && !isExpiredToken(error) && (effect !== 'creation' || !error.unknownOutcome);

async function pause(call: Call, error: Bitrix24Error, delayMs: number): Promise<void> {
  if (delayMs >= call.timeLeftMs()) throw error;
  tellRepeat(call, error, delayMs);
  await delay(delayMs, undefined, { signal: call.signal }).catch(() => {
    throw interruption(call);
  });
}

const tellRepeat = ({ method, attempt }: Call, { code: errorCode }: Bitrix24Error, delayMs: number) =>
  tell('callRetry', { method, attempt, delayMs, errorCode });
