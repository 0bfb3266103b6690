import {
  findIntegration,
  findMessageDelivery,
  loadMessageToSend,
  lockConversation,
  type MessageState,
  redeliver,
  requeueMessage,
  type Store,
  type Tx,
} from '@domovoy/store';
import { z } from 'zod';
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
  const { conversationId } = found;
  // Two people at once: the second finds it queued.
  await lockConversation(tx, { companyId, conversationId });
  const { state } = (await loadMessageToSend(tx, { companyId, messageId })) ?? found;
  if (!messageStatesBefore('queued').includes(state)) return { kind: 'refused', state };
  const last = await findMessageDelivery(tx, {
    companyId,
    integrationId: integration.id,
    subject: `conversation:${conversationId}`,
    kind: 'message.send',
    messageId,
  });
  if (last === null) return { kind: 'refused', state };
  const [made] = await redeliver(tx, { companyId, ids: [last], states: ['dead', 'skipped'], actor });
  if (made?.id == null) return { kind: 'refused', state };
  await requeueMessage(tx, { companyId, messageId, from: messageStatesBefore('queued') });
  return { kind: 'queued', messageId, deliveryId: made.id, integrationId: integration.id };
}
