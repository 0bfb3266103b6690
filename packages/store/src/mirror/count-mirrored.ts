import type { Store } from '../open/open-store.ts';
import { type MirrorEntity, type MirrorScope, scopeCondition, scopeValue, tableOf } from './mark-vanished.ts';
import { RUN, type SyncRunFence } from './mirror-statement.ts';
import { SyncRunLostError } from './sync-run-lost.ts';

/** Counted from the rows, not summed up while reading: a run that was killed and went on has read some of them twice. */
const statement = (entity: MirrorEntity, scope: MirrorScope) => `/* count_mirrored_${tableOf(entity)} */
with ${RUN}, counted as (
  insert into sync_run_counts (run_id, company_id, entity, added, changed, same, vanished, unreadable)
  select run.id, run.company_id, '${entity}', n.* , $4::int from run cross join lateral (
    select count(*) filter (where vanished_at is null and created_at >= run.started_at),
      count(*) filter (where vanished_at is null and created_at < run.started_at and changed_at >= run.started_at),
      count(*) filter (where vanished_at is null and changed_at < run.started_at),
      count(*) filter (where vanished_at >= run.started_at)
    from ${tableOf(entity)} m
    where m.company_id = run.company_id and greatest(m.synced_at, m.vanished_at) >= run.started_at
      and ${scopeCondition(entity, scope, 3)}
  ) as n
  on conflict (run_id, entity) do update set added = excluded.added, changed = excluded.changed,
    same = excluded.same, vanished = excluded.vanished, unreadable = excluded.unreadable
  returning run_id
)
select exists (select from counted) as "isHeld"`;

/** What the run found of one kind of object, at the end of the phase that reads it. */
export async function countMirrored(
  store: Store,
  { runId, fence }: SyncRunFence,
  { entity, scope, unreadable }: { entity: MirrorEntity; scope: MirrorScope; unreadable: number },
): Promise<void> {
  const args = [runId, fence, scopeValue(scope), unreadable];
  const [row] = await store.run<{ isHeld: boolean }>(statement(entity, scope), args);
  if (row?.isHeld !== true) throw new SyncRunLostError();
}
