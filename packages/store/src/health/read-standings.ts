import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { IntegrationRow } from '../integration/integrations.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { deliveries, deliveryTargets } from '../schema/delivery.ts';
import { intakeReports } from '../schema/intake-report.ts';
import { integrations } from '../schema/integration.ts';

/** What is noted of how reading from and sending to an integration stands. Times are the database's. */
export interface IntegrationStanding {
  readonly now: Date;
  readonly integration: Pick<IntegrationRow, 'id' | 'kind' | 'state' | 'stateAt' | 'stateCode'>;
  /** Of the intake; null: nobody has read for it yet. */
  readonly report: typeof intakeReports.$inferSelect | null;
  /** Of the target; null: nobody has paused it, and its owner has had nothing to say. */
  readonly stored: typeof deliveryTargets.$inferSelect | null;
  /** Is it still the rest that the target asked for? */
  readonly isResting: boolean;
  /** Since when the oldest delivery that is due has been so. */
  readonly oldestDueAt: Date | null;
}

const readStandings = ({ db, companyId }: CompanyReader, which?: SQL) =>
  db
    .select({
      now: sql<Date>`now()`.mapWith(integrations.stateAt),
      integration: {
        id: integrations.id,
        kind: integrations.kind,
        state: integrations.state,
        stateAt: integrations.stateAt,
        stateCode: integrations.stateCode,
      },
      report: getTableColumns(intakeReports),
      stored: getTableColumns(deliveryTargets),
      isResting: sql<boolean>`coalesce(${deliveryTargets.quotaUntil} > now(), false)`,
      oldestDueAt: sql<Date | null>`(select min(${deliveries.dueAt}) from ${deliveries}
        where ${deliveries.integrationId} = ${integrations.id} and ${deliveries.state} = 'pending'
          and ${deliveries.dueAt} <= now())`.mapWith(deliveries.dueAt),
    })
    .from(integrations)
    .leftJoin(intakeReports, eq(intakeReports.integrationId, integrations.id))
    .leftJoin(deliveryTargets, eq(deliveryTargets.integrationId, integrations.id))
    .where(and(eq(integrations.companyId, companyId), which))
    .orderBy(asc(integrations.id));

export const listStandings = async (
  reader: CompanyReader,
  { limit }: { limit: number },
): Promise<IntegrationStanding[]> => readStandings(reader).limit(limit);

/** In no order; what is not the company's is left out. */
export const loadStandings = async (
  reader: CompanyReader,
  ids: readonly bigint[],
): Promise<IntegrationStanding[]> =>
  readStandings(reader, sql`${integrations.id} = any(${bigintArray(ids)})`);
