import { getTableColumns } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { preparedRead } from '../open/prepared-read.ts';
import { type KeysetPage, keyOf, keysetOrder, type Page } from '../page/keyset.ts';
import {
  type ChildList,
  childKeyset,
  countPerParent,
  preparedChildrenWhere,
  toPages,
  valuesOfPage,
} from '../page/page-per-parent.ts';
import { messages } from '../schema/conversation.ts';
import type { MessageRow } from './load-messages.ts';

const list: ChildList = {
  table: messages,
  id: messages.id,
  parent: messages.conversationId,
  companyId: messages.companyId,
};

type PagedMessage = MessageRow & { readonly key: string };

const readOf = (page: KeysetPage) =>
  preparedRead<PagedMessage>((db) =>
    db
      .select({ ...getTableColumns(messages), key: keyOf(childKeyset(list)) })
      .from(messages)
      .where(preparedChildrenWhere(list, page))
      .orderBy(...keysetOrder(childKeyset(list), page)),
  );
/** A statement for each kind of page: in which direction, from where. */
const reads = new Map<string, ReturnType<typeof readOf>>();

/** A page of the messages of each conversation, oldest first, in one statement; out of messages_page. */
export async function listMessages(
  { db, companyId }: CompanyReader,
  { conversationIds, page }: { conversationIds: readonly bigint[]; page: KeysetPage },
): Promise<Map<bigint, Page<PagedMessage>>> {
  const kind = `${page.direction} ${page.cursor === null} ${page.inclusive === true}`;
  const read = reads.get(kind) ?? readOf(page);
  reads.set(kind, read);
  const rows = await read(db, valuesOfPage(list, { companyId, parents: conversationIds, page }));
  return toPages(rows, (row) => row.conversationId, { parents: conversationIds, page });
}

export const countMessages = (
  { db, companyId }: CompanyReader,
  { conversationIds, limit }: { conversationIds: readonly bigint[]; limit: number },
): Promise<Map<bigint, number>> => countPerParent(db, list, { companyId, parents: conversationIds, limit });
