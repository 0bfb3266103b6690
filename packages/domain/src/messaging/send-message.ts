import { findIntegration, listLaterIncoming, lockConversation, type Store } from '@domovoy/store';
import { tell } from '../deliveries/by-hand/tell.ts';
import { outgoingText } from './outgoing-text.ts';
import { queueOutgoing } from './queue-outgoing.ts';

export interface MessageToWrite {
  readonly companyId: bigint;
  readonly conversationId: bigint;
  readonly text: string;
  /** `user:…`, `api-key:<public id>`. */
  readonly author: string;
  /** Of the caller: the same one again is the same message. */
  readonly idempotencyKey: string;
  /** The last message that the author had seen; given, it is not sent when the abonent has written more. */
  readonly lastSeenMessageId?: bigint;
  readonly traceparent?: string;
}

export type SendMessageResult =
  | { readonly kind: 'queued' | 'repeated'; readonly messageId: bigint; readonly deliveryId: bigint }
  | { readonly kind: 'not-found' }
  /** The company has no integration with RosDomofon. */
  | { readonly kind: 'off' }
  /** Nothing to send, or more than fits. */
  | { readonly kind: 'text-refused' }
  /** The key was used for something else. */
  | { readonly kind: 'idempotency-conflict' }
  /** The abonent wrote meanwhile. */
  | { readonly kind: 'conversation-moved'; readonly newMessageIds: readonly bigint[] };

const MOST_NEW = 20;

/** Queues an answer to an abonent. It is sent in the order in which the answers of the conversation were queued. */
export async function sendMessage(store: Store, given: MessageToWrite): Promise<SendMessageResult> {
  const { companyId, conversationId, author, idempotencyKey, lastSeenMessageId, traceparent } = given;
  const text = outgoingText(given.text);
  if (text === null) return { kind: 'text-refused' };
  const integration = await findIntegration(store.db, { companyId, kind: 'rosdomofon' });
  if (integration === null) return { kind: 'off' };

  const result = await store
    .transaction<SendMessageResult>(async (tx) => {
      const conversation = await lockConversation(tx, { companyId, conversationId });
      if (conversation === null) return { kind: 'not-found' };
      const newMessageIds =
        lastSeenMessageId === undefined
          ? []
          : await listLaterIncoming(tx, { conversationId, messageId: lastSeenMessageId, limit: MOST_NEW });
      const queued = await queueOutgoing(tx, {
        integrationId: integration.id,
        conversation,
        text,
        author,
        key: `asked:${idempotencyKey}`,
        requestedBy: author,
        ...(traceparent === undefined ? {} : { traceparent }),
      });
      if (queued.kind === 'conflict') return { kind: 'idempotency-conflict' };
      // Asked after the key: a repeat is answered as the first time, whatever was written since.
      if (queued.kind === 'queued' && newMessageIds.length > 0) throw new Moved(newMessageIds);
      return queued;
    })
    .catch((error: unknown): SendMessageResult => {
      if (error instanceof Moved) return { kind: 'conversation-moved', newMessageIds: error.newMessageIds };
      throw error;
    });
  if (result.kind === 'queued') tell(store, [integration.id]);
  return result;
}

/** Takes the transaction back. */
class Moved extends Error {
  readonly newMessageIds: readonly bigint[];

  constructor(newMessageIds: readonly bigint[]) {
    super('the abonent wrote meanwhile');
    this.newMessageIds = newMessageIds;
  }
}
