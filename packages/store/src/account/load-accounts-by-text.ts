import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { CompanyReader } from '../company/company-reader.ts';
import { textArray } from '../page/bigint-array.ts';
import { accounts } from '../schema/account.ts';
import { type AccountRow, accountColumns } from './account-columns.ts';

/** Those that are still at RosDomofon first, then the newest ones. */
const ORDER = [asc(sql`${accounts.vanishedAt} is not null`), desc(accounts.rosdomofonId)];

/** Up to `limit` accounts for each of the texts: one index probe each. */
const loadByText = (
  { db, companyId }: CompanyReader,
  column: PgColumn,
  { texts, limit }: { texts: readonly string[]; limit: number },
): Promise<AccountRow[]> =>
  db
    .select(accountColumns)
    .from(accounts)
    .where(
      and(
        sql`${accounts.id} = any(array(
          select found.id from unnest(${textArray(texts)}) as asked (word) cross join lateral (
            select ${accounts.id} from ${accounts} where ${eq(accounts.companyId, companyId)} and ${column} = asked.word
            order by ${sql.join(ORDER, sql`, `)} limit ${limit}
          ) as found))`,
        eq(accounts.companyId, companyId),
      ),
    )
    .orderBy(...ORDER);

/** Phones as 11 digits from 7…; out of accounts_phone. */
export const loadAccountsByPhone = (
  reader: CompanyReader,
  { phones, limit }: { phones: readonly string[]; limit: number },
): Promise<AccountRow[]> => loadByText(reader, accounts.phone, { texts: phones, limit });

/** As the billing writes them; out of accounts_number. */
export const loadAccountsByNumber = (
  reader: CompanyReader,
  { numbers, limit }: { numbers: readonly string[]; limit: number },
): Promise<AccountRow[]> => loadByText(reader, accounts.number, { texts: numbers, limit });
