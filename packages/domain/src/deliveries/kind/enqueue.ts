import { type EnqueuedDelivery, enqueueDeliveries, type NewDelivery, type Runner } from '@domovoy/store';
import type { DeliveryKind, DeliveryKinds, PayloadInput } from './delivery-kind.ts';

/** Where a delivery goes: an integration of the kind that the delivery is for. */
export interface DeliveryTarget<Kind extends DeliveryKind> {
  readonly integrationId: bigint;
  readonly companyId: bigint;
  readonly kind: Kind['target'];
}

/** A delivery of one kind. */
export interface ToEnqueue<Kinds extends DeliveryKinds, Name extends keyof Kinds & string> {
  readonly kind: Name;
  readonly payload: PayloadInput<Kinds[Name]>;
  readonly target: DeliveryTarget<Kinds[Name]>;
  /** What makes it the same one: enqueued again with this key, for this target and kind, it is not sent again. */
  readonly dedupeKey: string;
  readonly dueInMs?: number;
  /** The person or key that asked for it; absent: the workflow. */
  readonly requestedBy?: string;
  readonly traceparent?: string;
}

type AnyToEnqueue<Kinds extends DeliveryKinds> = {
  [Name in keyof Kinds & string]: ToEnqueue<Kinds, Name>;
}[keyof Kinds & string];

export interface Enqueue<Kinds extends DeliveryKinds> {
  /** One delivery. */
  <Name extends keyof Kinds & string>(
    runner: Runner,
    given: ToEnqueue<Kinds, Name>,
  ): Promise<EnqueuedDelivery>;
  /** Several, of any kinds, in this order. */
  all(runner: Runner, given: readonly AnyToEnqueue<Kinds>[]): Promise<EnqueuedDelivery[]>;
}

/**
 * Enqueues deliveries of the kinds: in the transaction that writes what causes them, or by itself. A payload that its
 * own kind would refuse is refused here, where the mistake is. After the commit: `notifyDeliveries(store, targets)`.
 */
export function createEnqueue<Kinds extends DeliveryKinds>(kinds: Kinds): Enqueue<Kinds> {
  const all = (runner: Runner, given: readonly AnyToEnqueue<Kinds>[]) =>
    enqueueDeliveries(
      runner,
      given.map((one) => toRow(kinds[one.kind], one)),
    );
  const one = async (runner: Runner, given: AnyToEnqueue<Kinds>): Promise<EnqueuedDelivery> => {
    const [enqueued] = await all(runner, [given]);
    if (enqueued === undefined) throw new TypeError('one is given, one is enqueued');
    return enqueued;
  };
  return Object.assign(one, { all });
}

function toRow(kind: DeliveryKind | undefined, given: ToEnqueue<DeliveryKinds, string>): NewDelivery {
  if (kind === undefined) throw new TypeError(`there is no delivery of the kind ${given.kind}`);
  const subject = kind.subject(kind.payload.parse(given.payload));
  return {
    companyId: given.target.companyId,
    integrationId: given.target.integrationId,
    kind: given.kind,
    // A subject of its own waits for nobody; lists find it by the part before the `#`.
    subject: kind.order === 'none' ? `${subject}#${given.dedupeKey}` : subject,
    dedupeKey: given.dedupeKey,
    payload: given.payload,
    maxAttempts: kind.maxAttempts,
    ...(given.dueInMs === undefined ? {} : { dueInMs: given.dueInMs }),
    requestedBy: given.requestedBy ?? null,
    traceparent: given.traceparent ?? null,
  };
}
