import {
  type ConversationRow,
  findDelivery,
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
  /** A person or key, `workflow`, `auto-reply:<rule>`, `bitrix24:<user>`. */
  readonly author: string;
  /** As it is shown, where the author's own name is not known here. */
  readonly authorName?: string | null;
  /** With the same key it is queued once; absent: always. */
  readonly key?: string;
  /** The person or key that asked for it; absent: the workflow. */
  readonly requestedBy?: string;
  readonly traceparent?: string;
  /** Of a message that is a step of a sign-up. */
  readonly signUp?: { readonly id: bigint; readonly step: 'welcome' | 'refusal' };
}

export interface Queued {
  readonly messageId: bigint;
  readonly deliveryId: bigint;
  /** False: it was queued before with this key. */
  readonly isNew: boolean;
}

/**
 * A message and its delivery, in the caller's transaction: both are there, or neither. Whoever commits wakes the
 * integration's owner.
 */
export async function queueOutgoing(tx: Tx, given: Outgoing): Promise<Queued> {
  const { integrationId, conversation, text, author, authorName, requestedBy, traceparent, signUp } = given;
  const { id: conversationId, companyId } = conversation;
  const policy = await loadMessagingPolicy(tx, companyId);
  const messageId = await nextMessageId(tx);
  const { id: deliveryId, isNew } = await enqueue(tx, {
    kind: 'message.send',
    target: { integrationId, companyId, kind: 'rosdomofon' },
    payload: {
      messageId: String(messageId),
      conversationId: String(conversationId),
      by: policy?.sendBy ?? 'kafka',
      ...(signUp === undefined ? {} : { signUp: { id: String(signUp.id), step: signUp.step } }),
    },
    dedupeKey: given.key ?? `message:${messageId}`,
    ...(requestedBy === undefined ? {} : { requestedBy }),
    ...(traceparent === undefined ? {} : { traceparent }),
  });
  if (!isNew) {
    const known = messageSend.payload.parse((await findDelivery(tx, { companyId, deliveryId }))?.payload);
    return { messageId: known.messageId, deliveryId, isNew };
  }
  await queueMessage(tx, {
    id: messageId,
    companyId,
    conversationId,
    text,
    author,
    authorName: authorName ?? null,
  });
  return { messageId, deliveryId, isNew };
}
