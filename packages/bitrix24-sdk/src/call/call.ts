import type { OAuthTokens } from '../auth/token-store.ts';
import type { Settings } from '../options.ts';
import { check, TimeoutMs } from '../options.ts';
import type { CallOptions, Effect, Lane } from './command.ts';
import { type Deadline, startDeadline } from './interruption.ts';

/** One call of the caller: everything that its attempts share. */
export interface Call {
  readonly method: string;
  readonly effect: Effect;
  readonly lane: Lane;
  /** Calls of a lane go in this order; a repeat does not lose its place. */
  readonly order: number;
  /** Aborted at the deadline or by the caller. */
  readonly signal: AbortSignal;
  /** For a `timeoutMs` in words. */
  readonly timeoutMs: number;
  readonly timeLeftMs: () => number;
  /** From 1; counts what was sent, whatever the reason for another one. */
  attempt: number;
  /** The attempt that runs now has left for the portal. */
  isSent: boolean;
  /** With which it was sent. */
  tokens: OAuthTokens | undefined;
  /** An earlier attempt may have been executed: whatever comes now, the outcome is unknown. */
  mayHaveRun: boolean;
}

let lastOrder = 0;

/** The deadline has to be stopped when the call is over. */
export function beginCall(
  method: string,
  effect: Effect,
  options: CallOptions,
  settings: Pick<Settings, 'timeoutMs'>,
): { call: Call; deadline: Deadline } {
  const timeoutMs = check(TimeoutMs, options.timeoutMs ?? settings.timeoutMs, `${method}: timeoutMs`);
  const deadline = startDeadline(timeoutMs, options.signal);
  lastOrder += 1;
  const call: Call = {
    method,
    effect: effect === 'creation' && options.idempotent ? 'repeatable' : effect,
    lane: options.lane ?? 'normal',
    order: lastOrder,
    signal: deadline.signal,
    timeoutMs,
    timeLeftMs: deadline.timeLeftMs,
    attempt: 0,
    isSent: false,
    tokens: undefined,
    mayHaveRun: false,
  };
  return { call, deadline };
}
