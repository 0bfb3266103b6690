import type { Store } from '../open/open-store.ts';

const STATEMENT = `/* list_unconfirmed_entrances */
select distinct f.entrance_rosdomofon_id::int8 as "entranceId" from flats f join sync_runs r on r.id = $1
where f.company_id = r.company_id and f.vanished_at is null and f.synced_at < r.started_at
  and f.entrance_rosdomofon_id > $2 order by 1 limit $3`;

/**
 * Entrances with flats to which no connection leads any more: only the entrance itself can tell whether the flat is
 * gone or only not connected. In the order of their ids, behind `after`.
 */
export async function listUnconfirmedEntrances(
  store: Store,
  { runId, after, limit }: { runId: bigint; after: number; limit: number },
): Promise<number[]> {
  const rows = await store.run<{ entranceId: bigint }>(STATEMENT, [runId, after, limit]);
  return rows.map(({ entranceId }) => Number(entranceId));
}
