import {
  type ConversationRow,
  loadDeliveryPayload,
  loadMessageToSend,
  loadMessagingPolicy,
  nextMessageId,
  queueMessage,
  type Tx,
} from '@domovoy/store';
import { createEnqueue } from '../deliveries/kind/enqueue.ts';
import { messageSend } from '../deliveries/kinds/message-send.ts';

const enqueue = createEnqueue({ 'message.send': messageSend });

export interface Outgoing {
  readonly integrationId: bigint;
  /** Locked: lockConversation, ensureConversation. */
  readonly conversation: Pick<ConversationRow, 'id' | 'companyId'>;
  /** As `outgoingText` gives it. */
  readonly text: string;
  /** A person or key, `workflow`, `auto-reply:<rule>`. */
  readonly author: string;
  /** With the same key it is queued once. */
  readonly key: string;
  /** The person or key that asked for it; absent: the workflow. */
  readonly requestedBy?: string;
  readonly traceparent?: string;
}

/** `repeated`: it was queued before with this key. `conflict`: something else was. */
export type Queued =
  | { readonly kind: 'queued' | 'repeated'; readonly messageId: bigint; readonly deliveryId: bigint }
  | { readonly kind: 'conflict' };

/**
 * A message and its delivery, in the caller's transaction: both are there, or neither. Whoever commits wakes the
 * integration's owner.
 */
export async function queueOutgoing(tx: Tx, given: Outgoing): Promise<Queued> {
  const { integrationId, conversation, text, author, key, requestedBy, traceparent } = given;
  const { id: conversationId, companyId } = conversation;
  const policy = await loadMessagingPolicy(tx, companyId);
  const id = await nextMessageId(tx);
  const { id: deliveryId, isNew } = await enqueue(tx, {
    kind: 'message.send',
    target: { integrationId, companyId, kind: 'rosdomofon' },
    payload: {
      messageId: String(id),
      conversationId: String(conversationId),
      by: policy?.sendBy ?? 'kafka',
    },
    dedupeKey: key,
    ...(requestedBy === undefined ? {} : { requestedBy }),
    ...(traceparent === undefined ? {} : { traceparent }),
  });
  if (!isNew) return earlier(tx, { companyId, conversationId, text, deliveryId });
  await queueMessage(tx, { id, companyId, conversationId, text, author });
  return { kind: 'queued', messageId: id, deliveryId };
}

async function earlier(
  tx: Tx,
  given: { companyId: bigint; conversationId: bigint; text: string; deliveryId: bigint },
): Promise<Queued> {
  const { companyId, conversationId, text, deliveryId } = given;
  const { messageId } = messageSend.payload.parse(await loadDeliveryPayload(tx, { companyId, deliveryId }));
  const message = await loadMessageToSend(tx, { companyId, messageId });
  if (message?.conversationId !== conversationId || message.text !== text) return { kind: 'conflict' };
  return { kind: 'repeated', messageId, deliveryId };
}
