import type { Store } from '../open/open-store.ts';
import type { jobs } from '../schema/job.ts';

type Row = typeof jobs.$inferSelect;
export type JobState = Row['state'];

/** A job that this worker works on now. */
export interface ClaimedJob
  extends Pick<Row, 'id' | 'companyId' | 'kind' | 'done' | 'failed' | 'total' | 'fence'> {
  readonly input: unknown;
  readonly checkpoint: unknown;
  readonly requestedBy: string;
  /** As the database writes it: to the microsecond. */
  readonly requestedAt: string;
  /** Another worker began it. */
  readonly isResumed: boolean;
}

/** By jobs_open. One whose worker is gone goes first: it has the smaller id, or has waited longer. */
const STATEMENT = `/* claim_job */
with next as materialized (
  select id, state from jobs
  where state in ('queued', 'running') and kind = any(string_to_array($2, ','))
    and (state = any(string_to_array($3, ',')) and (state <> 'running' or lease_until < clock_timestamp()))
  order by id limit 1 for update skip locked
), claimed as (
  update jobs j set state = 'running', worker = $1, fence = j.fence + 1, lease_until = clock_timestamp() + $4 * interval '1 ms',
    started_at = coalesce(j.started_at, clock_timestamp()), progress_at = clock_timestamp()
  from next where j.id = next.id
  returning j.*, next.state = 'running' as is_resumed
), told as (
  insert into changes (company_id, entity, entity_id, op) select company_id, 'job', id, 'changed' from claimed
)
select id, company_id as "companyId", kind, input, done, failed, total, checkpoint, fence, requested_by as "requestedBy",
  created_at::text as "requestedAt", is_resumed as "isResumed" from claimed`;

/** The next job of these kinds that nobody living works on; null: there is none. */
export async function claimJob(
  store: Store,
  given: { worker: string; kinds: readonly string[]; from: readonly JobState[]; leaseMs: number },
): Promise<ClaimedJob | null> {
  const { worker, kinds, from, leaseMs } = given;
  const [job] = await store.run<ClaimedJob>(STATEMENT, [worker, kinds.join(), from.join(), leaseMs]);
  return job ?? null;
}
