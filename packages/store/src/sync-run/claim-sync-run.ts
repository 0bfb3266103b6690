import type { Store } from '../open/open-store.ts';
import type { SyncProblem, syncRuns } from '../schema/sync-run.ts';

type Row = typeof syncRuns.$inferSelect;

/** A run that this owner works on now. */
export type ClaimedSyncRun = Pick<
  Row,
  | 'id'
  | 'companyId'
  | 'integrationId'
  | 'kind'
  | 'accountRosdomofonId'
  | 'phase'
  | 'done'
  | 'total'
  | 'fence'
  | 'requestedBy'
> & {
  readonly checkpoint: unknown;
  readonly problems: readonly SyncProblem[];
  /** Another owner began it. */
  readonly isResumed: boolean;
};

/**
 * Locks the integration's row `for share`, so that a take-over of the integration waits for a claim in progress. A run
 * that is `running` was left by an owner that is gone, or by this one's former work: it goes first.
 */
const STATEMENT = `/* claim_sync_run */
with owned as materialized (
  select id from integrations
  where id = $1 and owner = $2 and owner_fence = $3
    and exists (select from workers where workers.id = $2 and lease_until > clock_timestamp())
  for share
), next as materialized (
  select r.id, r.state from sync_runs r, owned
  where r.integration_id = owned.id and r.kind = $4 and r.state = any(string_to_array($5, ','))
  order by (r.state = 'running') desc, r.id limit 1 for update of r
), claimed as (
  update sync_runs r set state = 'running', fence = r.fence + 1, error_code = null, error_message = null,
    started_at = coalesce(r.started_at, clock_timestamp()), progress_at = clock_timestamp()
  from next where r.id = next.id
  returning r.*, next.state = 'running' as is_resumed
), told as (
  insert into changes (company_id, entity, entity_id, op) select company_id, 'sync_run', id, 'changed' from claimed
)
select id, company_id as "companyId", integration_id as "integrationId", kind,
  account_rosdomofon_id as "accountRosdomofonId", phase, done, total, fence, requested_by as "requestedBy",
  checkpoint, problems, is_resumed as "isResumed" from claimed`;

/** The next run of an owned integration; null when none waits, or the integration is not this owner's any more. */
export async function claimSyncRun(
  store: Store,
  owner: { readonly workerId: string; readonly integrationId: bigint; readonly ownerFence: bigint },
  { kind, from }: { kind: Row['kind']; from: readonly Row['state'][] },
): Promise<ClaimedSyncRun | null> {
  const args = [owner.integrationId, owner.workerId, owner.ownerFence, kind, from.join()];
  const [run] = await store.run<ClaimedSyncRun>(STATEMENT, args);
  return run ?? null;
}
