import {
  addAuditEntry,
  cancelDeliveries,
  type DeliveryState,
  findDelivery,
  type Store,
} from '@domovoy/store';
import { belongingOf } from './belonging.ts';
import { tell } from './tell.ts';

export type CancelResult =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-found' }
  /** It is in work at this moment, or over. */
  | { readonly kind: 'refused'; readonly state: DeliveryState };

/**
 * It will not be sent (any more): `skipped`, with who decided it. What it is a part of is told in the same transaction: a
 * message fails, a sign-up stops at the step.
 */
export async function cancelDelivery(
  store: Store,
  given: { companyId: bigint; deliveryId: bigint; actor: string },
): Promise<CancelResult> {
  const { companyId, deliveryId, actor } = given;
  let wakes: bigint[] = [];
  const result = await store.transaction(async (tx): Promise<CancelResult> => {
    wakes = [];
    const delivery = await findDelivery(tx, given);
    if (delivery === null) return { kind: 'not-found' };
    const belonging = belongingOf(delivery);
    await belonging?.lock(tx);
    const [cancelled] = await cancelDeliveries(tx, { companyId, ids: [deliveryId], actor });
    if (cancelled === undefined) {
      const now = await findDelivery(tx, given);
      return { kind: 'refused', state: (now ?? delivery).state };
    }
    await belonging?.cancelled(tx, given);
    await addAuditEntry(tx, {
      companyId,
      actor,
      action: 'delivery.cancel',
      entity: 'delivery',
      entityId: deliveryId,
      details: { kind: delivery.kind },
      before: { state: delivery.state },
      after: { state: 'skipped' },
    });
    wakes = [cancelled.integrationId];
    return { kind: 'cancelled' };
  });
  if (result.kind === 'cancelled') tell(store, wakes);
  return result;
}
