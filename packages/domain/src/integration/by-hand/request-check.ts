import { addAuditEntry, lockIntegration, type Store } from '@domovoy/store';
import { tell } from '../../deliveries/by-hand/tell.ts';
import { endRest, enqueueCheck } from './integration-deliveries.ts';

export type CheckRequested =
  | { readonly kind: 'requested'; readonly deliveryId: bigint }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-here' }
  /** Nobody works with it. */
  | { readonly kind: 'paused' }
  /** An application that nobody has authorised yet. */
  | { readonly kind: 'unauthorised' };

/** Looks at the portal live: the delivery's continuation stores what it found. */
export async function requestCheck(
  store: Store,
  given: { readonly companyId: bigint; readonly integrationId: bigint; readonly actor: string },
): Promise<CheckRequested> {
  const { companyId, integrationId, actor } = given;
  const result = await store.transaction<CheckRequested>(async (tx) => {
    const row = await lockIntegration(tx, { id: integrationId, companyId });
    if (row === null) return { kind: 'not-found' };
    if (row.kind !== 'bitrix24') return { kind: 'not-here' };
    if (row.state === 'paused') return { kind: 'paused' };
    if (row.stateCode === 'AUTHORIZATION_AWAITED') return { kind: 'unauthorised' };
    await endRest(tx, given);
    const { id } = await enqueueCheck(tx, given, actor);
    await addAuditEntry(tx, {
      companyId,
      actor,
      action: 'integration.test',
      entity: 'integration',
      entityId: integrationId,
    });
    return { kind: 'requested', deliveryId: id };
  });
  if (result.kind === 'requested') tell(store, [integrationId]);
  return result;
}
