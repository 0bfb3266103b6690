import { and, eq, getTableColumns, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
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
import { rowsByKey } from '../page/rows-by-key.ts';
import { apiKeys } from '../schema/api-key.ts';
import type { ApiKeyRow } from './api-keys.ts';

const {
  secretHash: _secretHash,
  previousSecretHash: _previousSecretHash,
  ...columns
} = getTableColumns(apiKeys);

/** Without what it is believed by. */
export type ApiKeyListed = Omit<ApiKeyRow, 'secretHash' | 'previousSecretHash'>;

const keyset: Keyset = { columns: [apiKeys.id], order: 'desc' };

/** Does it open anything at this moment? */
export interface ApiKeyFilter {
  readonly isUsable?: boolean | undefined;
}

const conditionsOf = (companyId: bigint, { isUsable }: ApiKeyFilter): SQL[] => {
  const hasExpired = sql`${apiKeys.expiresAt} <= now()`;
  const usable = and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), sql`not ${hasExpired}`));
  const over = or(isNotNull(apiKeys.revokedAt), hasExpired);
  const state = isUsable === undefined ? undefined : isUsable ? usable : over;
  return [and(eq(apiKeys.companyId, companyId), state) ?? sql`false`];
};

/** Newest first. */
export async function listApiKeys(
  { db, companyId }: CompanyReader,
  { filter, page }: { filter: ApiKeyFilter; page: KeysetPage },
): Promise<Page<ApiKeyListed & { key: string }>> {
  const read = await db
    .select({ ...columns, key: keyOf(keyset) })
    .from(apiKeys)
    .where(keysetWhere(apiKeys.id, keyset, conditionsOf(companyId, filter), page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countApiKeys = (
  { db, companyId }: CompanyReader,
  { filter, limit }: { filter: ApiKeyFilter; limit: number },
): Promise<number> => countAnyUpTo(db, apiKeys.id, conditionsOf(companyId, filter), limit);

/** In no order; ids that the company has not are left out. */
export const loadApiKeys = (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<ApiKeyListed[]> =>
  db
    .select(columns)
    .from(apiKeys)
    .where(rowsByKey({ column: apiKeys.id, company: apiKeys.companyId }, ids, companyId));
