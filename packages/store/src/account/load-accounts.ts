import type { CompanyReader } from '../company/company-reader.ts';
import { rowsByKey } from '../page/rows-by-key.ts';
import { accounts } from '../schema/account.ts';
import { type AccountRow, accountColumns } from './account-columns.ts';

/** In no order; ids that the company has not are left out. */
export const loadAccounts = (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<AccountRow[]> =>
  db
    .select(accountColumns)
    .from(accounts)
    .where(rowsByKey({ column: accounts.id, company: accounts.companyId }, ids, companyId));

/** By RosDomofon's ids, which other tables refer to. */
export const loadAccountsByRosdomofonId = (
  { db, companyId }: CompanyReader,
  rosdomofonIds: readonly bigint[],
): Promise<AccountRow[]> =>
  db
    .select(accountColumns)
    .from(accounts)
    .where(
      rowsByKey({ column: accounts.rosdomofonId, company: accounts.companyId }, rosdomofonIds, companyId),
    );
