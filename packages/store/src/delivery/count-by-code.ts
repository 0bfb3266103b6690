import { or, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { deliveries } from '../schema/delivery.ts';
import { type DeliveryFilter, deliveryConditions } from './delivery-filter.ts';

export interface DeliveriesOfCode {
  readonly integrationId: bigint;
  readonly code: string | null;
  readonly count: number;
}

/** How many match, by target and last error; of more than `limit` only so many are looked at. */
export function countDeliveriesByCode(
  { db, companyId }: CompanyReader,
  { filter, limit }: { filter: DeliveryFilter; limit: number },
): Promise<DeliveriesOfCode[]> {
  const matching = db
    .select({ integrationId: deliveries.integrationId, code: deliveries.lastErrorCode })
    .from(deliveries)
    .where(or(...deliveryConditions(companyId, filter)) ?? sql`false`)
    .limit(limit)
    .as('matching');
  return db
    .select({
      integrationId: matching.integrationId,
      code: matching.code,
      count: sql<number>`count(*)::int`,
    })
    .from(matching)
    .groupBy(matching.integrationId, matching.code)
    .orderBy(sql`count(*) desc`, matching.code);
}
