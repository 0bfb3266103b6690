import { and, asc, getTableColumns, gt, or } from 'drizzle-orm';
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
import { signUps } from '../schema/sign-up.ts';
import { type SignUpFilter, type SignUpRow, signUpConditions } from './sign-up-filter.ts';

const keyset: Keyset = { columns: [signUps.createdAt, signUps.id], order: 'desc' };

/** Newest first; out of sign_ups_list or sign_ups_state. */
export async function listSignUps(
  { db, companyId }: CompanyReader,
  { filter, page }: { filter: SignUpFilter; page: KeysetPage },
): Promise<Page<SignUpRow & { key: string }>> {
  const read = await db
    .select({ ...getTableColumns(signUps), key: keyOf(keyset) })
    .from(signUps)
    .where(keysetWhere(signUps.id, keyset, signUpConditions(companyId, filter), page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countSignUps = (
  { db, companyId }: CompanyReader,
  { filter, limit }: { filter: SignUpFilter; limit: number },
): Promise<number> => countUpTo(db, signUps, or(...signUpConditions(companyId, filter)), limit);

/** In the order of their ids, behind one: for work on many. */
export async function listSignUpIds(
  { db, companyId }: CompanyReader,
  { filter, after, limit }: { filter: SignUpFilter; after: bigint; limit: number },
): Promise<bigint[]> {
  const rows = await db
    .select({ id: signUps.id })
    .from(signUps)
    .where(and(or(...signUpConditions(companyId, filter)), gt(signUps.id, after)))
    .orderBy(asc(signUps.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
