import { getTableColumns } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { type KeysetPage, keyOf, keysetOrder, type Page } from '../page/keyset.ts';
import {
  type ChildList,
  childKeyset,
  childrenWhere,
  countPerParent,
  toPages,
} from '../page/page-per-parent.ts';
import { messages } from '../schema/conversation.ts';
import type { MessageRow } from './load-messages.ts';

const list: ChildList = {
  table: messages,
  id: messages.id,
  parent: messages.conversationId,
  companyId: messages.companyId,
};

/** A page of the messages of each conversation, oldest first, in one statement; out of messages_page. */
export async function listMessages(
  { db, companyId }: CompanyReader,
  { conversationIds, page }: { conversationIds: readonly bigint[]; page: KeysetPage },
): Promise<Map<bigint, Page<MessageRow & { key: string }>>> {
  const rows = await db
    .select({ ...getTableColumns(messages), key: keyOf(childKeyset(list)) })
    .from(messages)
    .where(childrenWhere(list, { companyId, parents: conversationIds, page }))
    .orderBy(...keysetOrder(childKeyset(list), page));
  return toPages(rows, (row) => row.conversationId, { parents: conversationIds, page });
}

export const countMessages = (
  { db, companyId }: CompanyReader,
  { conversationIds, limit }: { conversationIds: readonly bigint[]; limit: number },
): Promise<Map<bigint, number>> => countPerParent(db, list, { companyId, parents: conversationIds, limit });
