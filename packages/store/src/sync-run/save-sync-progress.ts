import type { SyncRunFence } from '../mirror/mirror-statement.ts';
import { SyncRunLostError } from '../mirror/sync-run-lost.ts';
import type { Store } from '../open/open-store.ts';
import type { SyncProblem, syncRuns } from '../schema/sync-run.ts';

export interface SyncProgress {
  readonly phase: NonNullable<(typeof syncRuns.$inferSelect)['phase']>;
  readonly done: number;
  readonly total: number | null;
  /** From where another owner would go on. */
  readonly checkpoint: object;
  readonly problems: readonly SyncProblem[];
  /** What it waits for at the moment. */
  readonly error: { readonly code: string; readonly message: string } | null;
}

const STATEMENT = `/* save_sync_progress */
with saved as (
  update sync_runs set phase = $3, done = $4, total = $5, checkpoint = $6::text::jsonb, problems = $7::text::jsonb,
    error_code = $8, error_message = $9,
    progress_at = case when $8::text is null then clock_timestamp() else progress_at end
  where id = $1 and fence = $2 and state = 'running' returning id, company_id
), told as (
  insert into changes (company_id, entity, entity_id, op) select company_id, 'sync_run', id, 'changed' from saved
)
select exists (select from saved) as "isHeld"`;

/** @throws SyncRunLostError when the run is not this owner's any more. */
export async function saveSyncProgress(
  store: Store,
  { runId, fence }: SyncRunFence,
  progress: SyncProgress,
): Promise<void> {
  const [row] = await store.run<{ isHeld: boolean }>(STATEMENT, [
    runId,
    fence,
    progress.phase,
    progress.done,
    progress.total,
    JSON.stringify(progress.checkpoint),
    JSON.stringify(progress.problems),
    progress.error?.code ?? null,
    progress.error?.message ?? null,
  ]);
  if (row?.isHeld !== true) throw new SyncRunLostError();
}
