import type { Store } from '../open/open-store.ts';
import type { intakeReports, ReportedPartition } from '../schema/intake-report.ts';

export interface IntakeReport {
  readonly integrationId: bigint;
  /** Under which it is owned. */
  readonly ownerFence: bigint;
  readonly state: (typeof intakeReports.$inferSelect)['state'];
  readonly errorCode: string | null;
  readonly partitions: readonly ReportedPartition[];
}

/** No index is touched, so the rows are updated in place. */
const STATEMENT = `/* report_intakes */
insert into intake_reports as r (integration_id, company_id, state, error_code, partitions)
select i.id, i.company_id, t.state, t."errorCode", t.partitions
from jsonb_to_recordset(($2::text)::jsonb) as t("integrationId" bigint, "ownerFence" bigint, state text, "errorCode" text, partitions jsonb)
join integrations i on i.id = t."integrationId" and i.owner = $1 and i.owner_fence = t."ownerFence"
on conflict (integration_id) do update set state = excluded.state, error_code = excluded.error_code,
  partitions = excluded.partitions, reported_at = excluded.reported_at,
  state_at = case when (r.state, r.error_code) is not distinct from (excluded.state, excluded.error_code) then r.state_at else now() end`;

/** Only the owner's word counts. */
export async function reportIntakes(
  store: Store,
  workerId: string,
  reports: readonly IntakeReport[],
): Promise<void> {
  if (reports.length === 0) return;
  const rows = reports.map((report) => ({
    ...report,
    integrationId: String(report.integrationId),
    ownerFence: String(report.ownerFence),
  }));
  await store.run(STATEMENT, [workerId, JSON.stringify(rows)]);
}
