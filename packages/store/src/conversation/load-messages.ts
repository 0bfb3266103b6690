import { and, eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { messages } from '../schema/conversation.ts';

export type MessageRow = typeof messages.$inferSelect;

/** In no order; ids that the company has not are left out. */
export const loadMessages = (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<MessageRow[]> =>
  db
    .select()
    .from(messages)
    .where(and(sql`${messages.id} = any(${bigintArray(ids)})`, eq(messages.companyId, companyId)));
