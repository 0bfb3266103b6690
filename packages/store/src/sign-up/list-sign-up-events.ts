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
import { signUpEvents } from '../schema/sign-up.ts';

export type SignUpEventRow = typeof signUpEvents.$inferSelect;

const list: ChildList = {
  table: signUpEvents,
  id: signUpEvents.id,
  parent: signUpEvents.signUpId,
  companyId: signUpEvents.companyId,
};

/** A page of the timeline of each sign-up, oldest first, in one statement. */
export async function listSignUpEvents(
  { db, companyId }: CompanyReader,
  { signUpIds, page }: { signUpIds: readonly bigint[]; page: KeysetPage },
): Promise<Map<bigint, Page<SignUpEventRow & { key: string }>>> {
  const rows = await db
    .select({ ...getTableColumns(signUpEvents), key: keyOf(childKeyset(list)) })
    .from(signUpEvents)
    .where(childrenWhere(list, { companyId, parents: signUpIds, page }))
    .orderBy(...keysetOrder(childKeyset(list), page));
  return toPages(rows, (row) => row.signUpId, { parents: signUpIds, page });
}

export const countSignUpEvents = (
  { db, companyId }: CompanyReader,
  { signUpIds, limit }: { signUpIds: readonly bigint[]; limit: number },
): Promise<Map<bigint, number>> => countPerParent(db, list, { companyId, parents: signUpIds, limit });
