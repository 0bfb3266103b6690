import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
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
import { flats } from '../schema/flat.ts';
import type { FlatRow } from './load-flats.ts';

export interface FlatFilter {
  readonly entranceRosdomofonId?: bigint | undefined;
  readonly accountRosdomofonId?: bigint | undefined;
  readonly number?: string | undefined;
  readonly isVirtual?: boolean | undefined;
  readonly isVanished?: boolean | undefined;
}

const keyset: Keyset = { columns: [flats.rosdomofonId], order: 'desc' };

function conditionOf(companyId: bigint, filter: FlatFilter): SQL {
  const { entranceRosdomofonId, accountRosdomofonId, number, isVirtual, isVanished } = filter;
  const condition = and(
    eq(flats.companyId, companyId),
    entranceRosdomofonId === undefined ? undefined : eq(flats.entranceRosdomofonId, entranceRosdomofonId),
    accountRosdomofonId === undefined ? undefined : eq(flats.accountRosdomofonId, accountRosdomofonId),
    number === undefined ? undefined : eq(flats.number, number),
    isVirtual === undefined ? undefined : eq(flats.isVirtual, isVirtual),
    isVanished === undefined ? undefined : sql`(${flats.vanishedAt} is not null) = ${isVanished}`,
  );
  return condition ?? sql`false`;
}

/** RosDomofon's newest first; out of flats_rosdomofon, or of flats_entrance or flats_account. */
export async function listFlats(
  { db, companyId }: CompanyReader,
  { filter, page }: { filter: FlatFilter; page: KeysetPage },
): Promise<Page<FlatRow & { key: string }>> {
  const read = await db
    .select({ ...getTableColumns(flats), key: keyOf(keyset) })
    .from(flats)
    .where(keysetWhere(flats.id, keyset, [conditionOf(companyId, filter)], page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countFlats = (
  { db, companyId }: CompanyReader,
  { filter, limit }: { filter: FlatFilter; limit: number },
): Promise<number> => countUpTo(db, flats, conditionOf(companyId, filter), limit);
