import { readByKey } from '../page/rows-by-key.ts';
import { messages } from '../schema/conversation.ts';

export type MessageRow = typeof messages.$inferSelect;

/** In no order; ids that the company has not are left out. */
export const loadMessages = readByKey(messages, { column: messages.id, company: messages.companyId });
