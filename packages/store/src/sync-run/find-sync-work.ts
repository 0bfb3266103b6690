import { numbers } from '../intake/columns.ts';
import type { Store } from '../open/open-store.ts';

/** What there is to do for an integration. */
export interface SyncWork {
  readonly integrationId: bigint;
  readonly hasFull: boolean;
  readonly hasAccount: boolean;
  readonly hasPreview: boolean;
  /** No full run waits or runs, and the last one is too long ago, or there was none. */
  readonly isDue: boolean;
}

/** One probe of sync_runs_integration and one of sync_runs_full, sync_runs_account and sync_runs_preview for each integration. */
const STATEMENT = `/* find_sync_work */
select i.id as "integrationId", has_full as "hasFull", has_account as "hasAccount",
  has_preview as "hasPreview",
  not has_full and (last.finished_at is null or last.finished_at < clock_timestamp()
    - make_interval(secs => case when last.state = 'failed' then $3::float8 else $2::float8 end / 1000)) as "isDue"
from unnest($1::bigint[]) as i(id)
cross join lateral (select
  exists (select from sync_runs where integration_id = i.id and kind = 'full' and state in ('queued', 'running')) as has_full,
  exists (select from sync_runs where integration_id = i.id and kind = 'account' and state in ('queued', 'running')) as has_account,
  exists (select from sync_runs where integration_id = i.id and kind = 'preview' and state in ('queued', 'running')) as has_preview
) as open
left join lateral (
  select state, finished_at from sync_runs
  where integration_id = i.id and kind = 'full' and finished_at is not null order by id desc limit 1
) as last on true`;

/** `everyMs` after the last full run, `retryMs` after one that failed. */
export const findSyncWork = (
  store: Store,
  integrationIds: readonly bigint[],
  { everyMs, retryMs }: { everyMs: number; retryMs: number },
): Promise<SyncWork[]> =>
  integrationIds.length === 0
    ? Promise.resolve([])
    : store.run<SyncWork>(STATEMENT, [numbers(integrationIds), everyMs, Math.min(everyMs, retryMs)]);
