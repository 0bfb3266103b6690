import { addAuditEntry, requestJob, type SignUpFilter, type Store, type Tx } from '@domovoy/store';
import { z } from 'zod';
import type { KeyConflict } from '../../idempotency/intention.ts';
import { once, RememberedId } from '../../idempotency/once.ts';
import { tellOfJobs } from '../../jobs/tell-of-jobs.ts';
import { writtenSignUpFilter } from './written-sign-up-filter.ts';

/** Remembered under a key. */
const Requested = z.object({ kind: z.literal('requested'), jobId: RememberedId });

export type ApproveManyResult =
  | z.output<typeof Requested>
  /** So many match now. */
  | { readonly kind: 'count-changed'; readonly count: number };

interface ManyToApprove {
  readonly companyId: bigint;
  readonly filter: SignUpFilter;
  /** How many the person saw: with another number nothing is done. */
  readonly expectedCount: number;
  readonly actor: string;
}

/** Only what waits for a person. */
export const approvableOf = (filter: SignUpFilter): SignUpFilter => ({ ...filter, states: ['needs_review'] });

/**
 * A job that approves all that match, when they are as many as expected: each where exactly one entrance is suggested, with
 * what the policy connects. What is doubtful stays with people. Once for each key.
 */
export async function approveSignUps(
  store: Store,
  { idempotencyKey, ...given }: ManyToApprove & { readonly idempotencyKey: string },
): Promise<ApproveManyResult | KeyConflict> {
  const { companyId, expectedCount } = given;
  const filter = approvableOf(given.filter);
  const result = await once<z.output<typeof Requested>, ApproveManyResult>(
    store,
    { companyId, key: idempotencyKey, mutation: 'approveSignUps', input: { filter, expectedCount } },
    { done: Requested, work: (tx, joined) => requestIn(tx, joined, { ...given, filter }) },
  );
  if (result.kind === 'requested') tellOfJobs(store);
  return result;
}

async function requestIn(
  tx: Tx,
  joined: Store,
  { companyId, filter, expectedCount, actor }: ManyToApprove,
): Promise<ApproveManyResult> {
  const count = await joined.company(companyId).countSignUps({ filter, limit: expectedCount + 1 });
  if (count !== expectedCount) return { kind: 'count-changed', count };
  const input = { filter: writtenSignUpFilter(filter) };
  const kind = 'sign_ups.approve';
  const jobId = await requestJob(tx, { companyId, kind, input, total: count, requestedBy: actor });
  await addAuditEntry(tx, {
    companyId,
    actor,
    action: 'sign_up.approve_matching',
    entity: 'job',
    entityId: jobId,
    details: { ...input, expectedCount },
  });
  return { kind: 'requested', jobId };
}
