import {
  addAuditEntry,
  findIntegration,
  type RecipientFilter,
  requestJob,
  type Store,
  type Tx,
} from '@domovoy/store';
import { z } from 'zod';
import type { KeyConflict } from '../../idempotency/intention.ts';
import { once, RememberedId } from '../../idempotency/once.ts';
import { tellOfJobs } from '../../jobs/tell-of-jobs.ts';
import { outgoingText } from '../outgoing-text.ts';
import { writtenRecipientFilter } from './written-recipient-filter.ts';

/** Remembered under a key. */
const Requested = z.object({ kind: z.literal('requested'), jobId: RememberedId });

export type BroadcastResult =
  | z.output<typeof Requested>
  /** So many would be written to now. */
  | { readonly kind: 'count-changed'; readonly count: number }
  /** The company has no integration with RosDomofon. */
  | { readonly kind: 'off' }
  /** Nothing to send, or more than fits. */
  | { readonly kind: 'text-refused' };

interface ToBroadcast {
  readonly companyId: bigint;
  readonly filter: RecipientFilter;
  readonly text: string;
  /** How many people the author saw: with another number nothing is done. */
  readonly expectedCount: number;
  readonly actor: string;
}

/** A job that writes to everybody who matches, when they are as many as expected; once for each key. */
export async function broadcastMessage(
  store: Store,
  { idempotencyKey, ...given }: ToBroadcast & { readonly idempotencyKey: string },
): Promise<BroadcastResult | KeyConflict> {
  const { companyId, filter, text, expectedCount } = given;
  const result = await once<z.output<typeof Requested>, BroadcastResult>(
    store,
    { companyId, key: idempotencyKey, mutation: 'broadcastMessage', input: { filter, text, expectedCount } },
    { done: Requested, work: (tx, joined) => requestIn(tx, joined, given) },
  );
  if (result.kind === 'requested') tellOfJobs(store);
  return result;
}

async function requestIn(
  tx: Tx,
  joined: Store,
  { companyId, filter, text: given, expectedCount, actor }: ToBroadcast,
): Promise<BroadcastResult> {
  const text = outgoingText(given);
  if (text === null) return { kind: 'text-refused' };
  if ((await findIntegration(tx, { companyId, kind: 'rosdomofon' })) === null) return { kind: 'off' };
  const { recipients: count } = await joined.company(companyId).countRecipients({ filter });
  if (count !== expectedCount) return { kind: 'count-changed', count };
  const written = writtenRecipientFilter(filter);
  const jobId = await requestJob(tx, {
    companyId,
    kind: 'messages.broadcast',
    input: { filter: written, text },
    total: count,
    requestedBy: actor,
  });
  await addAuditEntry(tx, {
    companyId,
    actor,
    action: 'message.broadcast',
    entity: 'job',
    entityId: jobId,
    details: { filter: written, text, expectedCount },
  });
  return { kind: 'requested', jobId };
}
