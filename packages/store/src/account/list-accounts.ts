import type { CompanyReader } from '../company/company-reader.ts';
import { countAnyUpTo } from '../page/count-up-to.ts';
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
import { accounts } from '../schema/account.ts';
import { type AccountRow, accountColumns } from './account-columns.ts';
import { type AccountFilter, accountConditions } from './account-filter.ts';

const keyset: Keyset = { columns: [accounts.rosdomofonId], order: 'desc' };

/** RosDomofon's newest first; out of accounts_rosdomofon, or of an index of what is searched by. */
export async function listAccounts(
  reader: CompanyReader,
  { filter, page }: { filter: AccountFilter; page: KeysetPage },
): Promise<Page<AccountRow & { key: string }>> {
  const conditions = await accountConditions(reader, filter);
  const read = await executorFor(reader, filter)
    .select({ ...accountColumns, key: keyOf(keyset) })
    .from(accounts)
    .where(keysetWhere(accounts.id, keyset, conditions, page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countAccounts = async (
  reader: CompanyReader,
  { filter, limit }: { filter: AccountFilter; limit: number },
): Promise<number> =>
  countAnyUpTo(executorFor(reader, filter), accounts.id, await accountConditions(reader, filter), limit);

const executorFor = ({ db, search }: CompanyReader, filter: AccountFilter) =>
  filter.search === undefined ? db : search;
