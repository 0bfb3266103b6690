import type { DeliveryKinds, Outcome, Payload } from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import type { IntegrationWithCompany, Tx } from '@domovoy/store';

/** A delivery whose turn has come, as its handler sees it. */
export interface Delivery<P = unknown> {
  readonly id: bigint;
  readonly kind: string;
  readonly companyId: bigint;
  readonly subject: string;
  readonly payload: P;
  /** From 1. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Above 0: it may have been done already. Look before you do it again. */
  readonly ambiguousAttempts: number;
  readonly traceparent: string | null;
}

/** What is told of an attempt besides its outcome; redacted and cut before it is stored. */
export interface Spoken {
  readonly request?: unknown;
  readonly response?: unknown;
}

export interface HandlerContext {
  /** The target, with its access. */
  readonly integration: IntegrationWithCompany;
  /** Aborts when the attempt's time is up, or the process ends: give up at once, and say what is known. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
  /** For people who look at the attempt. The last of each counts. */
  readonly record: (spoken: Spoken) => void;
}

/**
 * Does one sort of delivery: load rows, send, classify; nothing else. It is an *ensure*: the same delivery may come
 * again after an attempt that had its effect, so it looks up what it is about to create.
 *
 * An error that it throws is classified by its own word: `retryable`, `retryAfterMs` (the whole target rests),
 * `unknownOutcome`. Anything but a DomovoyError is a bug and counts as ambiguous.
 */
export interface DeliveryHandler<P = unknown> {
  handle(delivery: Delivery<P>, context: HandlerContext): Outcome | Promise<Outcome>;
  /** In the transaction that settles it as dead, for whatever reason: what the workflow makes of that. */
  onDead?(tx: Tx, delivery: Delivery<P>, code: string): Promise<void>;
}

/** Exactly one for each kind: a missing one does not compile, nor does one that is too many. */
export type DeliveryHandlers<Kinds extends DeliveryKinds> = {
  readonly [Name in keyof Kinds]: DeliveryHandler<Payload<Kinds[Name]>>;
};
