import {
  addAuditEntry,
  type DeliveryRow,
  findDelivery,
  findIntegration,
  findMessageDelivery,
  loadMessageToSend,
  type MessageState,
  type Store,
  type Tx,
} from '@domovoy/store';
import { z } from 'zod';
import { belongingOf } from '../deliveries/by-hand/belonging.ts';
import { REDELIVERABLE, redeliverSettled } from '../deliveries/by-hand/redeliver.ts';
import { tell } from '../deliveries/by-hand/tell.ts';
import type { KeyConflict } from '../idempotency/intention.ts';
import { once, RememberedId } from '../idempotency/once.ts';
import { messageStatesBefore } from './message-transitions.ts';

/** Remembered under the caller's key. */
const Requeued = z.object({
  kind: z.literal('queued'),
  messageId: RememberedId,
  deliveryId: RememberedId,
  integrationId: RememberedId,
});

export type RetryMessageResult =
  | z.output<typeof Requeued>
  | { readonly kind: 'not-found' }
  /** It has not failed, or its delivery is forgotten. */
  | { readonly kind: 'refused'; readonly state: MessageState };

interface MessageToRetry {
  readonly companyId: bigint;
  readonly messageId: bigint;
  readonly actor: string;
}

/**
 * A person sends a failed message again, as a redelivery; once for each key. When nobody knows whether it arrived, the
 * redelivery looks before it sends.
 */
export async function retryMessage(
  store: Store,
  { idempotencyKey, ...given }: MessageToRetry & { readonly idempotencyKey: string },
): Promise<RetryMessageResult | KeyConflict> {
  const { companyId, messageId } = given;
  const result = await once<z.output<typeof Requeued>, RetryMessageResult>(
    store,
    { companyId, key: idempotencyKey, mutation: 'retryMessage', input: { messageId } },
    { done: Requeued, work: (tx) => retryIn(tx, given) },
  );
  if ('integrationId' in result) tell(store, [result.integrationId]);
  return result;
}

async function retryIn(tx: Tx, { companyId, messageId, actor }: MessageToRetry): Promise<RetryMessageResult> {
  const integration = await findIntegration(tx, { companyId, kind: 'rosdomofon' });
  const found = await loadMessageToSend(tx, { companyId, messageId });
  if (integration === null || found === null) return { kind: 'not-found' };
  const last = () =>
    findLast(tx, { companyId, integrationId: integration.id, messageId }, found.conversationId);
  const known = await last();
  if (known === null) return { kind: 'refused', state: found.state };
  // Two people at once: the second finds it queued.
  await belongingOf(known)?.lock(tx);
  const { state } = (await loadMessageToSend(tx, { companyId, messageId })) ?? found;
  const original = await last();
  if (!messageStatesBefore('queued').includes(state) || original === null) return { kind: 'refused', state };
  const made = await redeliverSettled(tx, original, { states: REDELIVERABLE, actor });
  if (made?.id == null) return { kind: 'refused', state };
  await addAuditEntry(tx, {
    companyId,
    actor,
    action: 'message.retry',
    entity: 'message',
    entityId: messageId,
    before: { state },
    after: { state: 'queued' },
  });
  return { kind: 'queued', messageId, deliveryId: made.id, integrationId: integration.id };
}

/** What sent it last, or tried to. */
async function findLast(
  tx: Tx,
  of: { companyId: bigint; integrationId: bigint; messageId: bigint },
  conversationId: bigint,
): Promise<DeliveryRow | null> {
  const named = { ...of, subject: `conversation:${conversationId}`, kind: 'message.send' };
  const deliveryId = await findMessageDelivery(tx, named);
  return deliveryId === null ? null : findDelivery(tx, { companyId: of.companyId, deliveryId });
}
