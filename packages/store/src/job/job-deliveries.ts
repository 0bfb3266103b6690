import { and, eq, isNull, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { type DeliveryKeys, keyCondition } from '../delivery/delivery-filter.ts';
import type { DeliveryState } from '../delivery/settle-deliveries.ts';
import { deliveries } from '../schema/delivery.ts';

export interface JobDeliveryCount {
  readonly state: DeliveryState;
  /** What their results have under the name that was asked for; null: nothing. */
  readonly said: string | null;
  readonly count: number;
}

/** What a person sent again is another intention, and no part of the job. */
const own = (companyId: bigint, keys: DeliveryKeys) =>
  and(keyCondition(companyId, keys), isNull(deliveries.originalDeliveryId));

/** How many of a job's deliveries are in which state, apart by one member of their results. */
export const countJobDeliveries = (
  { db, companyId }: CompanyReader,
  { keys, member }: { keys: DeliveryKeys; member: string },
): Promise<JobDeliveryCount[]> =>
  db
    .select({
      state: deliveries.state,
      said: sql<string | null>`${deliveries.result} ->> ${member}::text`.as('said'),
      count: sql<number>`count(*)::int`,
    })
    .from(deliveries)
    .where(own(companyId, keys))
    .groupBy(deliveries.state, sql`said`);

/** Those that nobody has in hand at this moment. */
export async function listPendingJobDeliveries(
  { db, companyId }: CompanyReader,
  keys: DeliveryKeys,
): Promise<bigint[]> {
  const rows = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(own(companyId, keys), eq(deliveries.state, 'pending')));
  return rows.map(({ id }) => id);
}
