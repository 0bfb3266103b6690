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
import { flats } from '../schema/flat.ts';
import type { FlatRow } from './load-flats.ts';

const PARENTS = {
  /** Out of flats_entrance. */
  entrance: flats.entranceRosdomofonId,
  /** Out of flats_account. */
  account: flats.accountRosdomofonId,
};
const FIELDS = { entrance: 'entranceRosdomofonId', account: 'accountRosdomofonId' } as const;

export type FlatParent = keyof typeof PARENTS;

const listOf = (parent: FlatParent): ChildList => ({
  table: flats,
  id: flats.id,
  parent: PARENTS[parent],
  companyId: flats.companyId,
});

/** A page of the flats of each entrance or account, by RosDomofon's ids of those, in one statement. */
export async function listFlatsOfParents(
  { db, companyId }: CompanyReader,
  { parent, parents, page }: { parent: FlatParent; parents: readonly bigint[]; page: KeysetPage },
): Promise<Map<bigint, Page<FlatRow & { key: string }>>> {
  const list = listOf(parent);
  const rows = await db
    .select({ ...getTableColumns(flats), key: keyOf(childKeyset(list)) })
    .from(flats)
    .where(childrenWhere(list, { companyId, parents, page }))
    .orderBy(...keysetOrder(childKeyset(list), page));
  return toPages(rows, (row) => row[FIELDS[parent]], { parents, page });
}

export const countFlatsOfParents = (
  { db, companyId }: CompanyReader,
  { parent, parents, limit }: { parent: FlatParent; parents: readonly bigint[]; limit: number },
): Promise<Map<bigint, number>> => countPerParent(db, listOf(parent), { companyId, parents, limit });
