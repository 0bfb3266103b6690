import type { SyncRunFence } from '../mirror/mirror-statement.ts';
import type { Store } from '../open/open-store.ts';
import { type Runner, runOn } from '../open/run-on.ts';
import type { syncRuns } from '../schema/sync-run.ts';

type State = (typeof syncRuns.$inferSelect)['state'];

const SETTLE = `/* settle_sync_run */
with settled as (
  update sync_runs set state = $3, error_code = $4, error_message = $5, finished_at = clock_timestamp()
  where id = $1 and fence = $2 and state = any(string_to_array($6, ',')) returning id, company_id
), told as (
  insert into changes (company_id, entity, entity_id, op) select company_id, 'sync_run', id, 'changed' from settled
)
select id from settled`;

/** The end of a run, by its owner. False: it was not his any more. */
export async function settleSyncRun(
  store: Store,
  { runId, fence }: SyncRunFence,
  { to, from, error }: { to: State; from: readonly State[]; error: { code: string; message: string } | null },
): Promise<boolean> {
  const args = [runId, fence, to, error?.code ?? null, error?.message ?? null, from.join()];
  return (await store.run(SETTLE, args)).length > 0;
}

/** The fence moves on: what its owner still tries to write is refused, and so he learns of it. */
const CANCEL = `/* cancel_sync_run */
with cancelled as (
  update sync_runs set state = 'cancelled', fence = fence + 1, finished_at = clock_timestamp()
  where id = $1 and company_id = $2 and state = any(string_to_array($3, ',')) returning id, company_id
), told as (
  insert into changes (company_id, entity, entity_id, op) select company_id, 'sync_run', id, 'changed' from cancelled
)
select id::text from cancelled`;

/** By a person. False: the company has no such run, or it has ended. */
export async function cancelSyncRun(
  runner: Runner,
  { id, companyId }: { id: bigint; companyId: bigint },
  from: readonly State[],
): Promise<boolean> {
  return (await runOn(runner, CANCEL, [id, companyId, from.join()])).length > 0;
}
