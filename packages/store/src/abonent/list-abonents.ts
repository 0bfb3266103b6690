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
import { abonents } from '../schema/abonent.ts';
import type { AbonentRow } from './load-abonents.ts';

export interface AbonentFilter {
  /** 11 digits from 7…. */
  readonly phone?: string | undefined;
}

const keyset: Keyset = { columns: [abonents.rosdomofonId], order: 'desc' };

const conditionOf = (companyId: bigint, { phone }: AbonentFilter): SQL =>
  and(eq(abonents.companyId, companyId), phone === undefined ? undefined : eq(abonents.phone, phone)) ??
  sql`false`;

/** RosDomofon's newest first; out of abonents_rosdomofon or abonents_phone. */
export async function listAbonents(
  { db, companyId }: CompanyReader,
  { filter, page }: { filter: AbonentFilter; page: KeysetPage },
): Promise<Page<AbonentRow & { key: string }>> {
  const read = await db
    .select({ ...getTableColumns(abonents), key: keyOf(keyset) })
    .from(abonents)
    .where(keysetWhere(abonents.id, keyset, [conditionOf(companyId, filter)], page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countAbonents = (
  { db, companyId }: CompanyReader,
  { filter, limit }: { filter: AbonentFilter; limit: number },
): Promise<number> => countUpTo(db, abonents, conditionOf(companyId, filter), limit);
