import {
  addAuditEntry,
  type DeliveryRow,
  type DeliveryState,
  findDelivery,
  isDeliveryTargetPaused,
  type Redelivery,
  redeliver,
  type Store,
  type Tx,
} from '@domovoy/store';
import { z } from 'zod';
import type { KeyConflict } from '../../idempotency/intention.ts';
import { once, RememberedId } from '../../idempotency/once.ts';
import { belongingOf } from './belonging.ts';
import { tell } from './tell.ts';

/** What ended without having been delivered may be sent again. */
export const REDELIVERABLE: readonly DeliveryState[] = ['dead', 'skipped'];
/** A person insists: the target lost it. */
const REDELIVERABLE_BY_FORCE: readonly DeliveryState[] = [...REDELIVERABLE, 'delivered'];

/** Remembered under a key. */
const Redelivered = z.object({
  kind: z.literal('redelivered'),
  id: RememberedId,
  integrationId: RememberedId,
});

export type RedeliverResult =
  | z.output<typeof Redelivered>
  | { readonly kind: 'not-found' }
  /** It is in a state from which it is not sent again. */
  | { readonly kind: 'refused'; readonly state: DeliveryState }
  /** A redelivery of it is under way. */
  | { readonly kind: 'under-way'; readonly id: bigint }
  /** A person has paused its target: it would only wait there. */
  | { readonly kind: 'target-paused'; readonly integrationId: bigint };

interface ToRedeliver {
  readonly companyId: bigint;
  readonly deliveryId: bigint;
  readonly actor: string;
  /** Also when it was delivered, and although its target is paused. */
  readonly isForced: boolean;
}

/** Sends a delivery again, as a new row that points to the first one and says who asked; once for each key. */
export async function redeliverOne(
  store: Store,
  { idempotencyKey, ...given }: ToRedeliver & { idempotencyKey: string },
): Promise<RedeliverResult | KeyConflict> {
  const { companyId, deliveryId, isForced } = given;
  const result = await once<z.output<typeof Redelivered>, RedeliverResult>(
    store,
    { companyId, key: idempotencyKey, mutation: 'redeliver', input: { deliveryId, isForced } },
    { done: Redelivered, work: (tx) => redeliverIn(tx, given) },
  );
  if (result.kind === 'redelivered') tell(store, [result.integrationId]);
  return result;
}

async function redeliverIn(tx: Tx, given: ToRedeliver): Promise<RedeliverResult> {
  const { companyId, deliveryId, actor, isForced } = given;
  const states = isForced ? REDELIVERABLE_BY_FORCE : REDELIVERABLE;
  const original = await findDelivery(tx, given);
  if (original === null) return { kind: 'not-found' };
  if (!states.includes(original.state)) return { kind: 'refused', state: original.state };
  const { integrationId } = original;
  if (!isForced && (await isDeliveryTargetPaused(tx, { companyId, integrationId })))
    return { kind: 'target-paused', integrationId };
  const made = await redeliverSettled(tx, original, { states, actor });
  if (made === null) return { kind: 'not-found' };
  if (made.id === null)
    return made.openId === null
      ? { kind: 'refused', state: made.state }
      : { kind: 'under-way', id: made.openId };
  await addAuditEntry(tx, {
    companyId,
    actor,
    action: 'delivery.redeliver',
    entity: 'delivery',
    entityId: deliveryId,
    details: { kind: original.kind, redelivery: String(made.id), isForced },
    // Itself it stays as it is: what is sent is a new one.
    before: { state: original.state },
    after: { state: original.state },
  });
  return { kind: 'redelivered', id: made.id, integrationId };
}

/**
 * A delivery that is over is made anew, and what it is a part of is told: a message is queued again, a sign-up goes on.
 * One that is still open must not come here: its settling may hold it, and wait for what is locked here first.
 */
export async function redeliverSettled(
  tx: Tx,
  original: DeliveryRow,
  { states, actor, isFirstOnly }: { states: readonly DeliveryState[]; actor: string; isFirstOnly?: boolean },
): Promise<Redelivery | null> {
  const { id: deliveryId, companyId } = original;
  const belonging = belongingOf(original);
  await belonging?.lock(tx);
  const [made] = await redeliver(tx, {
    companyId,
    ids: [deliveryId],
    states,
    actor,
    isFirstOnly: isFirstOnly === true,
  });
  if (made?.id != null) await belonging?.redelivered(tx, { companyId, deliveryId, actor, copyId: made.id });
  return made ?? null;
}
