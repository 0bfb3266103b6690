import type { Store } from '@domovoy/store';
import { type EffectCaller, enqueueEffect, type RequestedEffect, requestEffect } from './request-effect.ts';

export interface FlatToCreate extends EffectCaller {
  readonly accountRosdomofonId: bigint;
  readonly entranceRosdomofonId: bigint;
  readonly flatNumber: string;
  /** Without a hardware intercom. */
  readonly isVirtual: boolean;
}

/** A flat for the owner of an account. */
export const createFlat = (
  store: Store,
  { accountRosdomofonId, entranceRosdomofonId, flatNumber, isVirtual, ...caller }: FlatToCreate,
): Promise<RequestedEffect> => {
  const payload = {
    accountRosdomofonId: Number(accountRosdomofonId),
    entranceRosdomofonId: Number(entranceRosdomofonId),
    flatNumber,
    isVirtual,
  };
  return requestEffect(store, caller, {
    mutation: 'createFlat',
    input: payload,
    enqueue: (tx, common) => enqueueEffect(tx, { ...common, kind: 'flat.create', payload }),
    audit: { action: 'flat.create' },
  });
};
