import { type Runner, runOn } from '../open/run-on.ts';

export interface SyncRunRequest {
  readonly integrationId: bigint;
  readonly kind: 'full' | 'account' | 'preview';
  /** Of kind `account`. */
  readonly accountRosdomofonId: bigint | null;
  readonly requestedBy: string;
}

export interface RequestedSyncRun {
  readonly id: bigint;
  /** False: it was there already, and does for both. */
  readonly isNew: boolean;
}

const STATEMENT = `/* request_sync_run */
with made as (
  insert into sync_runs (company_id, integration_id, kind, account_rosdomofon_id, requested_by)
  select company_id, id, $2, $3::bigint, $4 from integrations where id = $1
  on conflict do nothing returning id, company_id
), told as (
  insert into changes (company_id, entity, entity_id, op) select company_id, 'sync_run', id, 'added' from made
)
select id::text, true as "isNew" from made
union all
select id::text, false from sync_runs
where integration_id = $1 and kind = $2 and account_rosdomofon_id is not distinct from $3::bigint
  and (state = 'queued' or state = 'running' and kind <> 'account')
limit 1`;

/**
 * A run that waits for the owner of the integration. One that waits already is joined. So is one of everything that runs; one of
 * an account is not: it may have read before what it is asked for.
 */
export async function requestSyncRun(runner: Runner, request: SyncRunRequest): Promise<RequestedSyncRun> {
  const { integrationId, kind, accountRosdomofonId, requestedBy } = request;
  for (;;) {
    const [run] = await runOn<{ id: string; isNew: boolean }>(runner, STATEMENT, [
      integrationId,
      kind,
      accountRosdomofonId,
      requestedBy,
    ]);
    // None: the one that waited began, or another was made, between this statement's snapshot and its insert.
    if (run !== undefined) return { id: BigInt(run.id), isNew: run.isNew };
  }
}
