import type { Store } from '@domovoy/store';
import { type EffectCaller, enqueueEffect, type RequestedEffect, requestEffect } from './request-effect.ts';

export interface ServiceToConnect extends EffectCaller {
  readonly serviceRosdomofonId: bigint;
  readonly flatRosdomofonId: bigint;
  /** Who pays for it. */
  readonly accountRosdomofonId: bigint;
}

/** A flat gets a service of its entrance. */
export const connectService = (
  store: Store,
  { serviceRosdomofonId, flatRosdomofonId, accountRosdomofonId, ...caller }: ServiceToConnect,
): Promise<RequestedEffect> => {
  const payload = {
    serviceRosdomofonId: Number(serviceRosdomofonId),
    flatRosdomofonId: Number(flatRosdomofonId),
    accountRosdomofonId: Number(accountRosdomofonId),
  };
  return requestEffect(store, caller, {
    mutation: 'connectService',
    input: payload,
    enqueue: (tx, common) => enqueueEffect(tx, { ...common, kind: 'service.connect', payload }),
    audit: { action: 'service.connect' },
  });
};
