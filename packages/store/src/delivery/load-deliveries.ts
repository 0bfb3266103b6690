import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { Executor } from '../db.ts';
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

/** One of the company, as it is now; also inside a transaction. */
export async function findDelivery(
  db: Executor,
  { companyId, deliveryId }: { companyId: bigint; deliveryId: bigint },
): Promise<DeliveryRow | null> {
  const [row] = await db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.id, deliveryId), eq(deliveries.companyId, companyId)));
  return row ?? null;
}

/** The newest of a line: the delivery itself, or the last one that was made to repeat it. */
export async function findNewestOfLine(
  db: Executor,
  { companyId, deliveryId }: { companyId: bigint; deliveryId: bigint },
): Promise<DeliveryRow | null> {
  const [copy] = await db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.originalDeliveryId, deliveryId), eq(deliveries.companyId, companyId)))
    .orderBy(desc(deliveries.id))
    .limit(1);
  return copy ?? findDelivery(db, { companyId, deliveryId });
}

export type DeliveryAttemptRow = typeof deliveryAttempts.$inferSelect;

/**
 * The newest attempts of each delivery, by id and time. Those that count end with max_attempts, but a target may refuse
 * for its quota any number of times.
 */
export async function loadDeliveryAttempts(
  { db, companyId }: CompanyReader,
  { deliveryIds, limit }: { deliveryIds: readonly bigint[]; limit: number },
): Promise<DeliveryAttemptRow[]> {
  const { deliveryId, fence } = deliveryAttempts;
  const rank = sql<number>`row_number() over (partition by ${deliveryId} order by ${fence} desc)`;
  const ranked = db
    .select({ deliveryId, fence, rank: rank.as('rank') })
    .from(deliveryAttempts)
    .where(
      and(sql`${deliveryId} = any(${bigintArray(deliveryIds)})`, eq(deliveryAttempts.companyId, companyId)),
    )
    .as('ranked');
  return db
    .select(getTableColumns(deliveryAttempts))
    .from(ranked)
    .innerJoin(
      deliveryAttempts,
      and(eq(deliveryId, ranked.deliveryId), eq(fence, ranked.fence), sql`${ranked.rank} <= ${limit}`),
    )
    .orderBy(asc(deliveryId), asc(fence));
}
