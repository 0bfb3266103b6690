import type { Tx } from '@domovoy/store';

/**
 * What the workflow does next, in the transaction that settles the delivery: the next delivery, the sign-up's state.
 * All of it is there with the settling, or nothing. It may run more than once, when the database gave way. `wake`
 * names other integrations for which it enqueued something; the delivery's own one looks by itself.
 */
export type Continuation = (tx: Tx, wake: (integrationId: bigint) => void) => Promise<void>;

/** What a handler says of its attempt. Codes are stable, UPPER_SNAKE: people filter by them, programs branch on them. */
export type Outcome =
  | { readonly outcome: 'delivered'; readonly result: unknown; readonly continuation?: Continuation }
  | { readonly outcome: 'retry'; readonly code: string; readonly afterMs?: number; readonly isFree?: true }
  | { readonly outcome: 'dead'; readonly code: string }
  | { readonly outcome: 'ambiguous'; readonly code: string; readonly afterMs?: number }
  | { readonly outcome: 'skipped'; readonly code: string; readonly continuation?: Continuation };

const withContinuation = (continuation: Continuation | undefined) => (continuation ? { continuation } : {});
const withDelay = (afterMs: number | undefined) => (afterMs === undefined ? {} : { afterMs });

/** It is as it should be; also when it was so before. */
export const delivered = (result: unknown = null, continuation?: Continuation): Outcome => ({
  outcome: 'delivered',
  result,
  ...withContinuation(continuation),
});

/**
 * It had no effect, and may have one later. Without `afterMs` the target failed: the pause grows from attempt to
 * attempt, and the breaker counts it. With it the handler knows when to look again, and the target is well.
 */
export const retry = (code: string, afterMs?: number): Outcome => ({
  outcome: 'retry',
  code,
  ...withDelay(afterMs),
});

/**
 * Its turn has not come: a limit of the target left no room, and nothing was sent. Costs no attempt, and the rest of what
 * goes to the target is not concerned.
 */
export const notYet = (code: string, afterMs: number): Outcome => ({
  outcome: 'retry',
  code,
  afterMs,
  isFree: true,
});

/** It never will have an effect. A person sees it. */
export const dead = (code: string): Outcome => ({ outcome: 'dead', code });

/** Nobody knows whether it had an effect. The next attempt looks first: `delivery.ambiguousAttempts` is above 0. */
export const ambiguous = (code: string, afterMs?: number): Outcome => ({
  outcome: 'ambiguous',
  code,
  ...withDelay(afterMs),
});

/** It is not wanted any more: what it was about is gone, or somebody else did it. */
export const skipped = (code: string, continuation?: Continuation): Outcome => ({
  outcome: 'skipped',
  code,
  ...withContinuation(continuation),
});
