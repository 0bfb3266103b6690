import {
  type ConversationRow,
  countIncomingAfter,
  saveConversationRead,
  tellConversation,
} from '@domovoy/store';
import { actOnConversation, type ConversationAct, changeByHand } from './act-on-conversation.ts';

export type MarkReadResult =
  | { readonly kind: 'changed'; readonly conversation: ConversationRow }
  | { readonly kind: 'not-found' };

/**
 * Read up to a message, by this person; and by anybody, which is what the conversation's own counter says. What the abonent
 * wrote behind it stays unread. Never makes more unread than there was.
 */
export const markConversationRead = (
  ...[store, { upToMessageId, ...act }]: ConversationAct<{ upToMessageId: bigint }>
): Promise<MarkReadResult> =>
  actOnConversation<MarkReadResult>(store, act, async (tx, conversation) => {
    const { id: conversationId, companyId } = conversation;
    const read = { companyId, conversationId, person: act.actor, upToMessageId };
    const isNews = await saveConversationRead(tx, read);
    const behind = await countIncomingAfter(tx, { conversationId, messageId: upToMessageId });
    const unread = Math.min(conversation.unread, behind);
    if (unread !== conversation.unread) {
      const details = { upToMessageId: String(upToMessageId) };
      const by = { actor: act.actor, action: 'conversation.read', details };
      return { kind: 'changed', conversation: await changeByHand(tx, conversation, { unread }, by) };
    }
    // Only the person's own counter: it decides nothing for others, and is no act to be kept.
    if (isNews) await tellConversation(tx, conversation);
    return { kind: 'changed', conversation };
  });
