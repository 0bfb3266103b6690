import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { intakeReports } from '../schema/intake-report.ts';
import { integrations } from '../schema/integration.ts';

/** An integration whose events come from Kafka. */
export interface IntakeStanding {
  readonly integration: typeof integrations.$inferSelect;
  /** Null: nobody has read for it yet. */
  readonly report: typeof intakeReports.$inferSelect | null;
}

export const listIntakes = async (
  { db, companyId }: CompanyReader,
  { limit }: { limit: number },
): Promise<IntakeStanding[]> =>
  db
    .select({
      integration: getTableColumns(integrations),
      report: getTableColumns(intakeReports),
    })
    .from(integrations)
    .leftJoin(intakeReports, eq(intakeReports.integrationId, integrations.id))
    .where(and(eq(integrations.companyId, companyId), eq(integrations.kind, 'rosdomofon')))
    .orderBy(asc(integrations.id))
    .limit(limit);
