import { createHash, randomBytes } from 'node:crypto';
import { addAuditEntry, addOauthState, lockIntegration, type Store } from '@domovoy/store';
import { readBitrix24Config } from '../bitrix24/bitrix24-config.ts';

export type AuthorizationBegun =
  | { readonly kind: 'begun' /** Where a person signs in. */; readonly url: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-here' }
  /** A webhook needs no authorisation. */
  | { readonly kind: 'by-webhook' };

/**
 * The address at the portal where a person says yes to our application, with a value by which we know whoever comes back.
 * It is worth something for 15 minutes, once. Only its hash is stored.
 */
export async function beginBitrix24Authorization(
  store: Store,
  given: { readonly companyId: bigint; readonly integrationId: bigint; readonly actor: string },
): Promise<AuthorizationBegun> {
  const { companyId, integrationId, actor } = given;
  return store.transaction<AuthorizationBegun>(async (tx) => {
    const row = await lockIntegration(tx, { id: integrationId, companyId });
    if (row === null) return { kind: 'not-found' };
    if (row.kind !== 'bitrix24') return { kind: 'not-here' };
    const { portal, clientId } = readBitrix24Config(row.config);
    if (clientId === undefined) return { kind: 'by-webhook' };
    const state = randomBytes(24).toString('base64url');
    await addOauthState(tx, {
      stateHash: createHash('sha256').update(state).digest(),
      integrationId,
      companyId,
      requestedBy: actor,
    });
    await addAuditEntry(tx, {
      companyId,
      actor,
      action: 'integration.authorize',
      entity: 'integration',
      entityId: integrationId,
    });
    const url = new URL('/oauth/authorize/', portal);
    url.searchParams.set('client_id', clientId);
    url.searchParams.set('state', state);
    return { kind: 'begun', url: url.href };
  });
}
