import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { deliveries, deliveryTargets } from '../schema/delivery.ts';
import { integrations } from '../schema/integration.ts';

type Integration = typeof integrations.$inferSelect;

/** How sending to one integration of the company stands. */
export interface DeliveryTargetRow {
  /** The integration's. */
  readonly id: bigint;
  readonly kind: Integration['kind'];
  readonly integrationState: Integration['state'];
  /** Null: nobody has paused it, and its owner has had nothing to say. */
  readonly stored: typeof deliveryTargets.$inferSelect | null;
  /** Is it still the rest that the target asked for? By the database's clock. */
  readonly isResting: boolean;
}

const readTargets = ({ db, companyId }: CompanyReader, which?: SQL) =>
  db
    .select({
      id: integrations.id,
      kind: integrations.kind,
      integrationState: integrations.state,
      stored: getTableColumns(deliveryTargets),
      isResting: sql<boolean>`coalesce(${deliveryTargets.quotaUntil} > now(), false)`,
    })
    .from(integrations)
    .leftJoin(deliveryTargets, eq(deliveryTargets.integrationId, integrations.id))
    .where(and(eq(integrations.companyId, companyId), which))
    .orderBy(asc(integrations.id));

/** Every integration is a target, also one that nothing was ever sent to. */
export const listDeliveryTargets = async (
  reader: CompanyReader,
  { limit }: { limit: number },
): Promise<DeliveryTargetRow[]> => readTargets(reader).limit(limit);

export const loadDeliveryTargets = async (
  reader: CompanyReader,
  ids: readonly bigint[],
): Promise<DeliveryTargetRow[]> => readTargets(reader, sql`${integrations.id} = any(${bigintArray(ids)})`);

export interface DeliveryBacklogRow {
  readonly integrationId: bigint;
  /** Deliveries that are to be sent, counted up to the limit that was asked for. */
  readonly count: number;
  /** Since when the oldest of those that are due has been so. */
  readonly oldestDueAt: Date | null;
}

const ofTarget = (states: SQL) =>
  sql`${deliveries.integrationId} = ${integrations.id} and ${deliveries.state} ${states}`;

export const loadDeliveryBacklogs = async (
  { db, companyId }: CompanyReader,
  { integrationIds, countUpTo }: { integrationIds: readonly bigint[]; countUpTo: number },
): Promise<DeliveryBacklogRow[]> =>
  db
    .select({
      integrationId: integrations.id,
      count: sql<number>`(select count(*)::int from (
        select from ${deliveries} where ${ofTarget(sql`in ('pending', 'leased')`)} limit ${countUpTo}) as open)`,
      oldestDueAt: sql<Date | null>`(select min(${deliveries.dueAt}) from ${deliveries}
        where ${ofTarget(sql`= 'pending'`)} and ${deliveries.dueAt} <= now())`.mapWith(deliveries.dueAt),
    })
    .from(integrations)
    .where(
      and(
        sql`${integrations.id} = any(${bigintArray(integrationIds)})`,
        eq(integrations.companyId, companyId),
      ),
    );
