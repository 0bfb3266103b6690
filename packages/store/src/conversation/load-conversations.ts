import { readByKey } from '../page/rows-by-key.ts';
import { conversations } from '../schema/conversation.ts';

/** In no order; ids that the company has not are left out. */
export const loadConversations = readByKey(conversations, {
  column: conversations.id,
  company: conversations.companyId,
});
