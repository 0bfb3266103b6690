import { numbers } from '../intake/columns.ts';
import type { Store } from '../open/open-store.ts';
import { type MirrorEntity, tableOf } from './mark-vanished.ts';
import { RUN, type SyncRunFence } from './mirror-statement.ts';
import { SyncRunLostError } from './sync-run-lost.ts';

const statement = (entity: MirrorEntity) => `/* confirm_mirrored_${tableOf(entity)} */
with ${RUN}, confirmed as (
  update ${tableOf(entity)} m set synced_at = clock_timestamp()
  from run where m.company_id = run.company_id and m.rosdomofon_id = any($3::bigint[]) and m.vanished_at is null
)
select exists (select from run) as "isHeld"`;

/** Objects that are there but could not be read: the mirror keeps what it knew of them, and they have not vanished. */
export async function confirmMirrored(
  store: Store,
  { runId, fence }: SyncRunFence,
  { entity, rosdomofonIds }: { entity: MirrorEntity; rosdomofonIds: readonly number[] },
): Promise<void> {
  const [row] = await store.run<{ isHeld: boolean }>(statement(entity), [
    runId,
    fence,
    numbers(rosdomofonIds),
  ]);
  if (row?.isHeld !== true) throw new SyncRunLostError();
}
