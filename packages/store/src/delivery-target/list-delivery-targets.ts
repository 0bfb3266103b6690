import { asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { deliveries, deliveryTargets } from '../schema/delivery.ts';
import { integrations } from '../schema/integration.ts';

type Integration = typeof integrations.$inferSelect;

/** How sending to one integration of the company stands. */
export interface DeliveryTargetRow {
  readonly integrationId: bigint;
  readonly kind: Integration['kind'];
  readonly integrationState: Integration['state'];
  /** Null: nobody has paused it, and its owner has had nothing to say. */
  readonly stored: typeof deliveryTargets.$inferSelect | null;
  /** Deliveries that are to be sent, counted up to the limit that was asked for. */
  readonly backlog: number;
  /** Since when the oldest of those that are due has been so. */
  readonly oldestDueAt: Date | null;
}

const ofTarget = (states: SQL) =>
  sql`${deliveries.integrationId} = ${integrations.id} and ${deliveries.state} ${states}`;

/** Every integration is a target, also one that nothing was ever sent to. */
export const listDeliveryTargets = async (
  { db, companyId }: CompanyReader,
  { countUpTo }: { countUpTo: number },
): Promise<DeliveryTargetRow[]> =>
  db
    .select({
      integrationId: integrations.id,
      kind: integrations.kind,
      integrationState: integrations.state,
      stored: getTableColumns(deliveryTargets),
      backlog: sql<number>`(select count(*)::int from (
        select from ${deliveries} where ${ofTarget(sql`in ('pending', 'leased')`)} limit ${countUpTo}) as open)`,
      oldestDueAt: sql<Date | null>`(select min(${deliveries.dueAt}) from ${deliveries}
        where ${ofTarget(sql`= 'pending'`)} and ${deliveries.dueAt} <= now())`.mapWith(deliveries.dueAt),
    })
    .from(integrations)
    .leftJoin(deliveryTargets, eq(deliveryTargets.integrationId, integrations.id))
    .where(eq(integrations.companyId, companyId))
    .orderBy(asc(integrations.id));
