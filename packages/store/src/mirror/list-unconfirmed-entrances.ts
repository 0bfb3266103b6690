import type { Store } from '../open/open-store.ts';

const STATEMENT = `/* list_unconfirmed_entrances */
select f.entrance_rosdomofon_id as "entranceId" from flats f join sync_runs r on r.id = $1
where f.company_id = r.company_id and f.vanished_at is null and f.synced_at < r.started_at
  and f.entrance_rosdomofon_id is not null
group by 1 order by min(f.synced_at), 1 limit $2`;

/**
 * Entrances with flats to which no connection leads any more: only the entrance itself can tell whether the flat is
 * gone or only not connected. Those first that were not asked for the longest time.
 */
export async function listUnconfirmedEntrances(
  store: Store,
  { runId, limit }: { runId: bigint; limit: number },
): Promise<number[]> {
  const rows = await store.run<{ entranceId: bigint }>(STATEMENT, [runId, limit]);
  return rows.map(({ entranceId }) => Number(entranceId));
}
