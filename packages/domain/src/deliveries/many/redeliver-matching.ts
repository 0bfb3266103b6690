import { addAuditEntry, type DeliveryFilter, requestJob, type Store, type Tx } from '@domovoy/store';
import { z } from 'zod';
import type { KeyConflict } from '../../idempotency/intention.ts';
import { once, RememberedId } from '../../idempotency/once.ts';
import { tellOfJobs } from '../../jobs/tell-of-jobs.ts';
import { REDELIVERABLE } from '../by-hand/redeliver.ts';
import { writtenFilter } from './written-filter.ts';

/** Remembered under a key. */
const Requested = z.object({ kind: z.literal('requested'), jobId: RememberedId });

export type RedeliverMatchingResult =
  | z.output<typeof Requested>
  /** So many match now. */
  | { readonly kind: 'count-changed'; readonly count: number };

interface ToRedeliverMatching {
  readonly companyId: bigint;
  readonly filter: DeliveryFilter;
  /** How many the person saw: with another number nothing is done. */
  readonly expectedCount: number;
  readonly actor: string;
}

/** A job that sends all again that match now, when they are as many as expected; once for each key. */
export async function redeliverMatching(
  store: Store,
  { idempotencyKey, ...given }: ToRedeliverMatching & { readonly idempotencyKey: string },
): Promise<RedeliverMatchingResult | KeyConflict> {
  const { companyId, expectedCount } = given;
  const filter = redeliverableOf(given.filter);
  const result = await once<z.output<typeof Requested>, RedeliverMatchingResult>(
    store,
    { companyId, key: idempotencyKey, mutation: 'redeliverMatching', input: { filter, expectedCount } },
    { done: Requested, work: (tx, joined) => requestIn(tx, joined, { ...given, filter }) },
  );
  if (result.kind === 'requested') tellOfJobs(store);
  return result;
}

/** Without what is never sent again by itself, and what was sent again before: its newest redelivery stands for it. */
export const redeliverableOf = (filter: DeliveryFilter): DeliveryFilter => ({
  ...filter,
  isNewest: true,
  states: (filter.states ?? REDELIVERABLE).filter((state) => REDELIVERABLE.includes(state)),
});

async function requestIn(
  tx: Tx,
  joined: Store,
  { companyId, filter, expectedCount, actor }: ToRedeliverMatching,
): Promise<RedeliverMatchingResult> {
  const count = await joined.company(companyId).countDeliveries({ filter, limit: expectedCount + 1 });
  if (count !== expectedCount) return { kind: 'count-changed', count };
  const input = { filter: writtenFilter(filter) };
  const kind = 'deliveries.redeliver';
  const jobId = await requestJob(tx, { companyId, kind, input, total: count, requestedBy: actor });
  await addAuditEntry(tx, {
    companyId,
    actor,
    action: 'delivery.redeliver_matching',
    entity: 'job',
    entityId: jobId,
    details: { ...input, expectedCount },
    after: { state: 'queued' },
  });
  return { kind: 'requested', jobId };
}
