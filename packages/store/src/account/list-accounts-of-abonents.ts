import type { CompanyReader } from '../company/company-reader.ts';
import { type KeysetPage, keyOf, keysetOrder, type Page } from '../page/keyset.ts';
import {
  type ChildList,
  childKeyset,
  childrenWhere,
  countPerParent,
  toPages,
} from '../page/page-per-parent.ts';
import { accounts } from '../schema/account.ts';
import { type AccountRow, accountColumns } from './account-columns.ts';

const list: ChildList = {
  table: accounts,
  id: accounts.id,
  parent: accounts.ownerAbonentRosdomofonId,
  companyId: accounts.companyId,
};

/** A page of the accounts of each abonent, by RosDomofon's ids of the abonents; out of accounts_owner. */
export async function listAccountsOfAbonents(
  { db, companyId }: CompanyReader,
  { abonents, page }: { abonents: readonly bigint[]; page: KeysetPage },
): Promise<Map<bigint, Page<AccountRow & { key: string }>>> {
  const rows = await db
    .select({ ...accountColumns, key: keyOf(childKeyset(list)) })
    .from(accounts)
    .where(childrenWhere(list, { companyId, parents: abonents, page }))
    .orderBy(...keysetOrder(childKeyset(list), page));
  return toPages(rows, (row) => row.ownerAbonentRosdomofonId, { parents: abonents, page });
}

export const countAccountsOfAbonents = (
  { db, companyId }: CompanyReader,
  { abonents, limit }: { abonents: readonly bigint[]; limit: number },
): Promise<Map<bigint, number>> => countPerParent(db, list, { companyId, parents: abonents, limit });
