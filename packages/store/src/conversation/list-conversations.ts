import { getTableColumns, or } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { countUpTo } from '../page/count-up-to.ts';
import {
  type Keyset,
  type KeysetPage,
  keyOf,
  keysetOrder,
  keysetWhere,
  type Page,
  rowsToRead,
  toPage,
} from '../page/keyset.ts';
import { conversations, quarterOf } from '../schema/conversation.ts';
import {
  type ConversationFilter,
  type ConversationRow,
  conversationConditions,
} from './conversation-filter.ts';

const keyset: Keyset = {
  columns: [conversations.lastMessageAt, conversations.id],
  order: 'desc',
  coarse: { column: conversations.lastMessageQuarter, of: quarterOf },
};

/** The one with the newest message first; out of conversations_list. */
export async function listConversations(
  { db, companyId }: CompanyReader,
  { filter, page }: { filter: ConversationFilter; page: KeysetPage },
): Promise<Page<ConversationRow & { key: string }>> {
  const read = await db
    .select({ ...getTableColumns(conversations), key: keyOf(keyset) })
    .from(conversations)
    .where(keysetWhere(conversations.id, keyset, conversationConditions(companyId, filter), page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countConversations = (
  { db, companyId }: CompanyReader,
  { filter, limit }: { filter: ConversationFilter; limit: number },
): Promise<number> => countUpTo(db, conversations, or(...conversationConditions(companyId, filter)), limit);
