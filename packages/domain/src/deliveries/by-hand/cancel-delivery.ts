import { cancelDeliveries, type DeliveryState, type Store } from '@domovoy/store';
import { tell } from './tell.ts';

export type CancelResult =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-found' }
  /** It is in work at this moment, or over. */
  | { readonly kind: 'refused'; readonly state: DeliveryState };

/**
 * It will not be sent (any more): `skipped`, with who decided it. The workflow that it belongs to is not told; a use
 * case that cancels as a part of something larger calls the store's statement in its own transaction.
 */
export async function cancelDelivery(
  store: Store,
  given: { companyId: bigint; deliveryId: bigint; actor: string },
): Promise<CancelResult> {
  const { companyId, deliveryId, actor } = given;
  const [cancelled] = await cancelDeliveries(store, { companyId, ids: [deliveryId], actor });
  if (cancelled !== undefined) {
    tell(store, [cancelled.integrationId]);
    return { kind: 'cancelled' };
  }
  const [delivery] = await store.company(companyId).loadDeliveries([deliveryId]);
  return delivery === undefined ? { kind: 'not-found' } : { kind: 'refused', state: delivery.state };
}
