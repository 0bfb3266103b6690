import type { IntegrationRow } from '@domovoy/store';
import type { z } from 'zod';
import type { Backoff } from '../attempt/backoff.ts';

/** Which kind of integration a delivery goes to. */
export type TargetKind = IntegrationRow['kind'];

/** One sort of effect outside the process. */
export interface DeliveryKind<Schema extends z.ZodType = z.ZodType, Target extends TargetKind = TargetKind> {
  readonly target: Target;
  /** Ids and small facts, as JSON: the handler reads the rows again when its turn comes. */
  readonly payload: Schema;
  /** What it is about, `sign_up:7`. A method, so that a registry may hold kinds of any payload. */
  subject(payload: z.output<Schema>): string;
  /**
   * `subject`: those of one target and subject are sent one after the other, in the order in which they were
   * enqueued; one that is to be tried again holds up the others, one that is dead does not.
   * `none`: each for itself.
   */
  readonly order: 'subject' | 'none';
  /** Then it is dead. */
  readonly maxAttempts: number;
  /** Longest time for one attempt. Below the lease, or another worker would begin before this one gave up. */
  readonly attemptTimeoutMs: number;
  readonly backoff: Backoff;
}

/** By name, `<aggregate>.<verb>`: what the column `kind` says. */
export type DeliveryKinds = Readonly<Record<string, DeliveryKind>>;

/** What is stored, and what is given when a delivery is enqueued. */
export type PayloadInput<Kind extends DeliveryKind> = z.input<Kind['payload']>;
/** What its handler gets. */
export type Payload<Kind extends DeliveryKind> = z.output<Kind['payload']>;

type Optional = 'order' | 'maxAttempts' | 'attemptTimeoutMs' | 'backoff';

/**
 * 15 attempts with pauses of up to an hour: half a day at most, two hours on average. An outage of the target costs
 * few of them, because the breaker stops all but one delivery at a time.
 */
const DEFAULTS = {
  order: 'subject',
  maxAttempts: 15,
  attemptTimeoutMs: 15_000,
  backoff: { baseMs: 1_000, capMs: 3_600_000 },
} as const satisfies Pick<DeliveryKind, Optional>;

export const defineDeliveryKind = <Schema extends z.ZodType, Target extends TargetKind>(
  given: Omit<DeliveryKind<Schema, Target>, Optional> & Partial<Pick<DeliveryKind, Optional>>,
): DeliveryKind<Schema, Target> => ({ ...DEFAULTS, ...given });
