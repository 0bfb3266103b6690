import type { Store } from '@domovoy/store';
import { type EffectCaller, enqueueEffect, type RequestedEffect, requestEffect } from './request-effect.ts';

interface AccountToBlock extends EffectCaller {
  /** The operator's own: RosDomofon blocks by it. It need not be in the mirror yet. */
  readonly number: string;
}

/** Nothing of the account works any more, until it is unblocked. Why is kept here: RosDomofon has no place for it. */
export const blockAccount = (
  store: Store,
  given: AccountToBlock & { readonly reason: string | null },
): Promise<RequestedEffect> => request(store, given, 'blockAccount', given.reason);

export const unblockAccount = (store: Store, given: AccountToBlock): Promise<RequestedEffect> =>
  request(store, given, 'unblockAccount', null);

async function request(
  store: Store,
  { number, ...caller }: AccountToBlock,
  mutation: 'blockAccount' | 'unblockAccount',
  reason: string | null,
): Promise<RequestedEffect> {
  const verb = mutation === 'blockAccount' ? 'block' : 'unblock';
  const [account] = await store
    .company(caller.companyId)
    .loadAccountsByNumber({ numbers: [number], limit: 1 });
  const accountRosdomofonId = account === undefined ? null : Number(account.rosdomofonId);
  return requestEffect(store, caller, {
    mutation,
    input: { number, reason },
    enqueue: (tx, common) =>
      enqueueEffect(tx, { ...common, kind: `account.${verb}`, payload: { number, accountRosdomofonId } }),
    audit: {
      action: `account.${verb}`,
      ...(account === undefined ? {} : { entity: 'account', entityId: account.id }),
    },
  });
}
