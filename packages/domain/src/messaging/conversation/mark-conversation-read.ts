import {
  type ConversationRow,
  changeConversation,
  countIncomingAfter,
  saveConversationRead,
  tellConversation,
} from '@domovoy/store';
import { actOnConversation, type ConversationAct } from './act-on-conversation.ts';

export type MarkReadResult =
  | { readonly kind: 'changed'; readonly conversation: ConversationRow }
  | { readonly kind: 'not-found' };

/**
 * Read up to a message, by this person; and by anybody, which is what the conversation's own counter says. What the abonent
 * wrote behind it stays unread. Never makes more unread than there was.
 *
 * Not audited: it decides nothing, and people do it all day.
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
    if (unread !== conversation.unread)
      return { kind: 'changed', conversation: await changeConversation(tx, conversation, { unread }) };
    if (isNews) await tellConversation(tx, conversation);
    return { kind: 'changed', conversation };
  });
