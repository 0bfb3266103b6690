import type { DeliveryFilter, Store } from '@domovoy/store';
import { z } from 'zod';
import type { KeyConflict } from '../../idempotency/intention.ts';
import { onceResumable } from '../../idempotency/once.ts';
import { type RedeliverMatchingResult, redeliverMatching } from './redeliver.ts';

/** Remembered under a key: one that ran out of time is not, so that it goes on when it is asked for again. */
const Complete = z.object({
  kind: z.literal('redelivered'),
  redelivered: z.int(),
  passedOver: z.int(),
  isComplete: z.literal(true),
});

export type RedeliverExpectedResult =
  | (RedeliverMatchingResult & { readonly kind: 'redelivered'; readonly isComplete: boolean })
  /** So many match now. */
  | { readonly kind: 'count-changed'; readonly count: number };

interface ToRedeliverExpected {
  readonly companyId: bigint;
  readonly filter: DeliveryFilter;
  /** How many the person saw: with another number nothing is done. */
  readonly expectedCount: number;
  readonly actor: string;
  readonly timeoutMs: number;
}

/** Sends all again that match, when they are as many as expected; once for each key. */
export const redeliverExpected = (
  store: Store,
  { idempotencyKey, ...given }: ToRedeliverExpected & { idempotencyKey: string },
): Promise<RedeliverExpectedResult | KeyConflict> => {
  const { companyId, filter, expectedCount } = given;
  return onceResumable<z.output<typeof Complete>, RedeliverExpectedResult>(
    store,
    { companyId, key: idempotencyKey, mutation: 'redeliverMatching', input: { filter, expectedCount } },
    { done: Complete, work: () => redeliverCounted(store, given) },
  );
};

async function redeliverCounted(
  store: Store,
  { companyId, filter, expectedCount, actor, timeoutMs }: ToRedeliverExpected,
): Promise<RedeliverExpectedResult> {
  const count = await store.company(companyId).countDeliveries({ filter, limit: expectedCount + 1 });
  if (count !== expectedCount) return { kind: 'count-changed', count };
  const signal = AbortSignal.timeout(timeoutMs);
  const result = await redeliverMatching(store, { companyId, filter, actor, signal });
  return { kind: 'redelivered', ...result, isComplete: !signal.aborted };
}
