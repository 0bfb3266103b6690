import { and, asc, eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { deliveries, deliveryAttempts } from '../schema/delivery.ts';
import type { DeliveryRow } from './delivery-filter.ts';

/** In no order; ids that the company has not are left out. */
export const loadDeliveries = async (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<DeliveryRow[]> =>
  db
    .select()
    .from(deliveries)
    .where(and(sql`${deliveries.id} = any(${bigintArray(ids)})`, eq(deliveries.companyId, companyId)));

export type DeliveryAttemptRow = typeof deliveryAttempts.$inferSelect;

/**
 * The attempts of each delivery, oldest first. No pages: those that count end with max_attempts, those that were
 * refused for a quota come as rarely as the target asked.
 */
export async function loadDeliveryAttempts(
  { db, companyId }: CompanyReader,
  deliveryIds: readonly bigint[],
): Promise<Map<bigint, DeliveryAttemptRow[]>> {
  const rows = await db
    .select()
    .from(deliveryAttempts)
    .where(
      and(
        sql`${deliveryAttempts.deliveryId} = any(${bigintArray(deliveryIds)})`,
        eq(deliveryAttempts.companyId, companyId),
      ),
    )
    .orderBy(asc(deliveryAttempts.deliveryId), asc(deliveryAttempts.fence));
  const byDelivery = Map.groupBy(rows, (row) => row.deliveryId);
  return new Map(deliveryIds.map((id) => [id, byDelivery.get(id) ?? []]));
}
