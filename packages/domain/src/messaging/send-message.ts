import {
  addAuditEntry,
  deleteDraft,
  findIntegration,
  listLaterIncoming,
  lockConversation,
  type Store,
  type Tx,
} from '@domovoy/store';
import { z } from 'zod';
import { tell } from '../deliveries/by-hand/tell.ts';
import type { KeyConflict } from '../idempotency/intention.ts';
import { once, RememberedId } from '../idempotency/once.ts';
import { outgoingText } from './outgoing-text.ts';
import { queueOutgoing } from './queue-outgoing.ts';

export interface MessageToWrite {
  readonly companyId: bigint;
  readonly conversationId: bigint;
  readonly text: string;
  /** `user:…`, `api-key:<public id>`. */
  readonly author: string;
  /** The last message that the author had seen; given, it is not sent when the abonent has written more. */
  readonly lastSeenMessageId?: bigint | undefined;
  readonly traceparent?: string | undefined;
}

/** Remembered under the caller's key. */
const QueuedMessage = z.object({
  kind: z.literal('queued'),
  messageId: RememberedId,
  deliveryId: RememberedId,
  integrationId: RememberedId,
});

export type SendMessageResult =
  | z.output<typeof QueuedMessage>
  | { readonly kind: 'not-found' }
  /** The company has no integration with RosDomofon. */
  | { readonly kind: 'off' }
  /** Nothing to send, or more than fits. */
  | { readonly kind: 'text-refused' }
  /** The abonent wrote meanwhile. */
  | { readonly kind: 'conversation-moved'; readonly newMessageIds: readonly bigint[] };

const MOST_NEW = 20;

/**
 * Queues an answer to an abonent; once for each key. Answers of a conversation are sent in the order in which they
 * were queued.
 */
export async function sendMessage(
  store: Store,
  { idempotencyKey, ...given }: MessageToWrite & { readonly idempotencyKey: string },
): Promise<SendMessageResult | KeyConflict> {
  const { companyId, conversationId, text } = given;
  const result = await once<z.output<typeof QueuedMessage>, SendMessageResult>(
    store,
    { companyId, key: idempotencyKey, mutation: 'sendMessage', input: { conversationId, text } },
    { done: QueuedMessage, work: (tx) => sendIn(tx, given) },
  );
  if ('integrationId' in result) tell(store, [result.integrationId]);
  return result;
}

async function sendIn(tx: Tx, given: MessageToWrite): Promise<SendMessageResult> {
  const { companyId, conversationId, author, lastSeenMessageId, traceparent } = given;
  const text = outgoingText(given.text);
  if (text === null) return { kind: 'text-refused' };
  const integration = await findIntegration(tx, { companyId, kind: 'rosdomofon' });
  if (integration === null) return { kind: 'off' };
  const conversation = await lockConversation(tx, { companyId, conversationId });
  if (conversation === null) return { kind: 'not-found' };
  if (lastSeenMessageId !== undefined) {
    const later = { conversationId, messageId: lastSeenMessageId, limit: MOST_NEW };
    const newMessageIds = await listLaterIncoming(tx, later);
    if (newMessageIds.length > 0) return { kind: 'conversation-moved', newMessageIds };
  }
  const { messageId, deliveryId } = await queueOutgoing(tx, {
    integrationId: integration.id,
    conversation,
    text,
    author,
    requestedBy: author,
    ...(traceparent === undefined ? {} : { traceparent }),
  });
  // What its author had begun to write is written.
  await deleteDraft(tx, { conversationId, person: author });
  await addAuditEntry(tx, {
    companyId,
    actor: author,
    action: 'message.send',
    entity: 'message',
    entityId: messageId,
    // The text is the message's: it is not kept twice.
    details: { conversationId: String(conversationId) },
    after: { state: 'queued' },
  });
  return { kind: 'queued', messageId, deliveryId, integrationId: integration.id };
}
