import type { Store } from '@domovoy/store';
import { type EffectCaller, enqueueEffect, type RequestedEffect, requestEffect } from './request-effect.ts';

interface ConnectionToBlock extends EffectCaller {
  /** Of the mirror's row. */
  readonly serviceConnectionId: bigint;
}

/** One service of one flat stops working, until it is unblocked. */
export const blockServiceConnection = (
  store: Store,
  given: ConnectionToBlock & { readonly reason: string | null },
): Promise<RequestedEffect> => request(store, given, 'blockServiceConnection', given.reason);

export const unblockServiceConnection = (store: Store, given: ConnectionToBlock): Promise<RequestedEffect> =>
  request(store, given, 'unblockServiceConnection', null);

async function request(
  store: Store,
  { serviceConnectionId, ...caller }: ConnectionToBlock,
  mutation: 'blockServiceConnection' | 'unblockServiceConnection',
  reason: string | null,
): Promise<RequestedEffect> {
  const verb = mutation === 'blockServiceConnection' ? 'block' : 'unblock';
  const [row] = await store.company(caller.companyId).loadServiceConnections([serviceConnectionId]);
  if (row === undefined) return { kind: 'not-found' };
  const { rosdomofonId, serviceRosdomofonId, accountRosdomofonId } = row;
  const payload = {
    connectionRosdomofonId: Number(rosdomofonId),
    serviceRosdomofonId: Number(serviceRosdomofonId),
    accountRosdomofonId: accountRosdomofonId === null ? null : Number(accountRosdomofonId),
  };
  const kind = `service_connection.${verb}` as const;
  return requestEffect(store, caller, {
    mutation,
    input: { serviceConnectionId: String(serviceConnectionId), reason },
    enqueue: (tx, common) => enqueueEffect(tx, { ...common, kind, payload }),
    audit: { action: kind, entity: 'service_connection', entityId: serviceConnectionId },
  });
}
