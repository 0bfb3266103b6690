import { and, eq } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { deliveries } from '../schema/delivery.ts';

/** What a delivery of the company was asked to do; undefined: it has no such one. Also inside a transaction. */
export async function loadDeliveryPayload(
  db: Executor,
  { companyId, deliveryId }: { companyId: bigint; deliveryId: bigint },
): Promise<unknown> {
  const [row] = await db
    .select({ payload: deliveries.payload })
    .from(deliveries)
    .where(and(eq(deliveries.id, deliveryId), eq(deliveries.companyId, companyId)));
  return row?.payload;
}
