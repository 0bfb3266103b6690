import { and, eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { conversations } from '../schema/conversation.ts';
import type { ConversationRow } from './conversation-filter.ts';

/** In no order; ids that the company has not are left out. */
export const loadConversations = (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<ConversationRow[]> =>
  db
    .select()
    .from(conversations)
    .where(and(sql`${conversations.id} = any(${bigintArray(ids)})`, eq(conversations.companyId, companyId)));
