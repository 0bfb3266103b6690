import { type Runner, runOn } from '../open/run-on.ts';

export interface NewJob {
  readonly companyId: bigint;
  readonly kind: string;
  readonly input: unknown;
  readonly total: number | null;
  readonly requestedBy: string;
}

const STATEMENT = `/* request_job */
with made as (
  insert into jobs (company_id, kind, input, total, requested_by)
  values ($1::bigint, $2::text, $3::text::jsonb, $4::int, $5::text) returning id, company_id
), told as (
  insert into changes (company_id, entity, entity_id, op) select company_id, 'job', id, 'added' from made
)
select id::text from made`;

/** Workers are woken after the commit: notifyJobs. */
export async function requestJob(
  runner: Runner,
  { companyId, kind, input, total, requestedBy }: NewJob,
): Promise<bigint> {
  const args = [companyId, kind, JSON.stringify(input), total, requestedBy];
  const [row] = await runOn<{ id: string }>(runner, STATEMENT, args);
  if (row === undefined) throw new TypeError('one is asked for, one is made');
  return BigInt(row.id);
}
