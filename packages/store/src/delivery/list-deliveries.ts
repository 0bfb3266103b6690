import { and, getTableColumns, gt, or, type SQL, sql } from 'drizzle-orm';
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
import { deliveries } from '../schema/delivery.ts';
import { type DeliveryFilter, type DeliveryRow, deliveryConditions } from './delivery-filter.ts';

const keyset: Keyset = { columns: [deliveries.createdAt, deliveries.id], order: 'desc' };

/** Newest first. */
export async function listDeliveries(
  { db, companyId }: CompanyReader,
  { filter, page }: { filter: DeliveryFilter; page: KeysetPage },
): Promise<Page<DeliveryRow & { key: string }>> {
  const read = await db
    .select({ ...getTableColumns(deliveries), key: keyOf(keyset) })
    .from(deliveries)
    .where(keysetWhere(deliveries.id, keyset, deliveryConditions(companyId, filter), page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

/** Of no state at all (`states: []`) there is nothing; `or()` of nothing would be everything, of every company. */
const matching = (companyId: bigint, filter: DeliveryFilter): SQL =>
  or(...deliveryConditions(companyId, filter)) ?? sql`false`;

export const countDeliveries = (
  { db, companyId }: CompanyReader,
  { filter, limit }: { filter: DeliveryFilter; limit: number },
): Promise<number> => countUpTo(db, deliveries, matching(companyId, filter), limit);

/** Ids behind `after`, ascending: what a long work goes through, piece by piece. */
export async function listDeliveryIds(
  { db, companyId }: CompanyReader,
  { filter, after, limit }: { filter: DeliveryFilter; after: bigint; limit: number },
): Promise<bigint[]> {
  const rows = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(matching(companyId, filter), gt(deliveries.id, after)))
    .orderBy(sql`${deliveries.id} asc`)
    .limit(limit);
  return rows.map(({ id }) => id);
}
