import { type ConversationRow, countIncomingAfter } from '@domovoy/store';
import { actOnConversation, type ConversationAct, changeByHand } from './act-on-conversation.ts';

export type MarkReadResult =
  | { readonly kind: 'changed'; readonly conversation: ConversationRow }
  | { readonly kind: 'not-found' };

/** Read up to a message: what the abonent wrote behind it stays unread. Never makes more unread than there was. */
export const markConversationRead = (
  ...[store, { upToMessageId, ...act }]: ConversationAct<{ upToMessageId: bigint }>
): Promise<MarkReadResult> =>
  actOnConversation<MarkReadResult>(store, act, async (tx, conversation) => {
    const behind = await countIncomingAfter(tx, {
      conversationId: conversation.id,
      messageId: upToMessageId,
    });
    const unread = Math.min(conversation.unread, behind);
    if (unread === conversation.unread) return { kind: 'changed', conversation };
    const details = { upToMessageId: String(upToMessageId) };
    const by = { actor: act.actor, action: 'conversation.read', details };
    return { kind: 'changed', conversation: await changeByHand(tx, conversation, { unread }, by) };
  });
