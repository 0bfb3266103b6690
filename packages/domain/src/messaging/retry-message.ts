import {
  findIntegration,
  findMessageDelivery,
  loadMessageToSend,
  lockConversation,
  type MessageState,
  redeliver,
  requeueMessage,
  type Store,
} from '@domovoy/store';
import { tell } from '../deliveries/by-hand/tell.ts';
import { messageStatesBefore } from './message-transitions.ts';

export type RetryMessageResult =
  | { readonly kind: 'queued'; readonly deliveryId: bigint }
  | { readonly kind: 'not-found' }
  /** It has not failed, or its delivery is forgotten. */
  | { readonly kind: 'refused'; readonly state: MessageState };

/**
 * A person sends a failed message again, as a redelivery. When nobody knows whether it arrived, the redelivery looks
 * before it sends.
 */
export async function retryMessage(
  store: Store,
  given: { companyId: bigint; messageId: bigint; actor: string },
): Promise<RetryMessageResult> {
  const { companyId, messageId, actor } = given;
  const integration = await findIntegration(store.db, { companyId, kind: 'rosdomofon' });
  const found = await loadMessageToSend(store.db, { companyId, messageId });
  if (integration === null || found === null) return { kind: 'not-found' };
  const { conversationId } = found;

  const result = await store.transaction<RetryMessageResult>(async (tx) => {
    // Two people at once: the second finds it queued.
    await lockConversation(tx, { companyId, conversationId });
    const message = await loadMessageToSend(tx, { companyId, messageId });
    const state = message?.state ?? found.state;
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
    return { kind: 'queued', deliveryId: made.id };
  });
  if (result.kind === 'queued') tell(store, [integration.id]);
  return result;
}
