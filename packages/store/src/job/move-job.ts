import { StoreError } from '../errors/store-error.ts';
import { type Runner, runOn } from '../open/run-on.ts';
import type { JobState } from './claim-job.ts';

/** It was cancelled, or another worker has it: nothing was written, and nothing may be written any more. */
export class JobLostError extends StoreError {
  constructor() {
    super('The job belongs to somebody else or is over', { code: 'JOB_LOST' });
  }
}

/** What a worker has in hand, and under which fence. */
export interface JobFence {
  readonly jobId: bigint;
  readonly fence: bigint;
}

export interface JobProgress {
  readonly done: number;
  readonly failed: number;
  readonly checkpoint: object;
  /** Is it worth a row in the feed? */
  readonly isTold: boolean;
}

const SAVE = `/* save_job_progress */
with saved as (
  update jobs set done = $3::int, failed = $4::int, checkpoint = $5::text::jsonb, progress_at = clock_timestamp()
  where id = $1::bigint and fence = $2::bigint and state = 'running' returning id, company_id
), told as (
  insert into changes (company_id, entity, entity_id, op)
  select company_id, 'job', id, 'changed' from saved where $6::text = 'told'
)
select id::text from saved`;

/**
 * In the transaction of the piece that it tells of: both are there or neither is.
 * @throws JobLostError when the job is not this worker's any more.
 */
export async function saveJobProgress(
  runner: Runner,
  { jobId, fence }: JobFence,
  so: JobProgress,
): Promise<void> {
  const args = [jobId, fence, so.done, so.failed, JSON.stringify(so.checkpoint), so.isTold ? 'told' : ''];
  const saved = await runOn(runner, SAVE, args);
  if (saved.length === 0) throw new JobLostError();
}

const RENEW = `/* renew_job_leases */
update jobs set lease_until = clock_timestamp() + $3 * interval '1 ms'
where id = any(string_to_array($1, ',')::bigint[]) and worker = $2 and state = 'running'
returning id::text`;

/** Those of a worker's jobs that are still its own. */
export async function renewJobLeases(
  runner: Runner,
  { jobIds, worker, leaseMs }: { jobIds: readonly bigint[]; worker: string; leaseMs: number },
): Promise<bigint[]> {
  const rows = await runOn<{ id: string }>(runner, RENEW, [jobIds.join(), worker, leaseMs]);
  return rows.map(({ id }) => BigInt(id));
}

const SETTLE = `/* settle_job */
with settled as (
  update jobs set state = $3, result = $4::text::jsonb, error_code = $5, error_message = $6, lease_until = null,
    finished_at = clock_timestamp()
  where id = $1::bigint and fence = $2::bigint and state = any(string_to_array($7, ',')) returning id, company_id
), told as (
  insert into changes (company_id, entity, entity_id, op) select company_id, 'job', id, 'changed' from settled
)
select id::text from settled`;

/** The end of a job, by its worker. False: it was not his any more. */
export async function settleJob(
  runner: Runner,
  { jobId, fence }: JobFence,
  given: {
    to: JobState;
    from: readonly JobState[];
    result: unknown;
    error: { code: string; message: string } | null;
  },
): Promise<boolean> {
  const { to, from, result, error } = given;
  const args = [
    jobId,
    fence,
    to,
    JSON.stringify(result ?? null),
    error?.code ?? null,
    error?.message ?? null,
    from.join(),
  ];
  return (await runOn(runner, SETTLE, args)).length > 0;
}

const GIVE_BACK = `/* give_back_job */
update jobs set lease_until = clock_timestamp() where id = $1::bigint and fence = $2::bigint and state = 'running'`;

/** Its worker ends, or cannot go on at the moment: another one may take it at once. */
export async function giveBackJob(runner: Runner, { jobId, fence }: JobFence): Promise<void> {
  await runOn(runner, GIVE_BACK, [jobId, fence]);
}

/** The fence moves on: what its worker still tries to write is refused, and so he learns of it. */
const CANCEL = `/* cancel_job */
with cancelled as (
  update jobs set state = 'cancelled', cancelled_by = $3, fence = fence + 1, lease_until = null, finished_at = clock_timestamp()
  where id = $1::bigint and company_id = $2::bigint and state = any(string_to_array($4, ',')) returning id, company_id
), told as (
  insert into changes (company_id, entity, entity_id, op) select company_id, 'job', id, 'changed' from cancelled
)
select id::text from cancelled`;

/** By a person. False: the company has no such job, or it is over. */
export async function cancelJob(
  runner: Runner,
  { jobId, companyId, actor }: { jobId: bigint; companyId: bigint; actor: string },
  from: readonly JobState[],
): Promise<boolean> {
  return (await runOn(runner, CANCEL, [jobId, companyId, actor, from.join()])).length > 0;
}
