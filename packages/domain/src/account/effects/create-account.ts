import type { Store } from '@domovoy/store';
import { type EffectCaller, enqueueEffect, type RequestedEffect, requestEffect } from './request-effect.ts';

/** An account for the person with a phone. With a number that is taken by somebody else it is refused. */
export const createAccount = (
  store: Store,
  {
    number,
    phone,
    ...caller
  }: EffectCaller & { readonly number: string /** 11 digits from 7…. */; readonly phone: string },
): Promise<RequestedEffect> =>
  requestEffect(store, caller, {
    mutation: 'createAccount',
    input: { number, phone },
    enqueue: (tx, common) =>
      enqueueEffect(tx, { ...common, kind: 'account.create', payload: { number, phone } }),
    audit: { action: 'account.create' },
  });
