import { numbers, textColumn, texts } from '../../intake/columns.ts';
import type { Runner } from '../../open/run-on.ts';
import { type MirrorAuthor, RUN, runMirrorChunk } from '../mirror-statement.ts';

export interface AbonentMirrorRow {
  readonly rosdomofonId: number;
  readonly phone: string | null;
  readonly hasLoggedIn: boolean | null;
}

/**
 * The phone counts as told when the run began: an event that came since then is newer. Sorted as the intake sorts
 * them, which writes to the same table at the same time.
 */
const STATEMENT = `/* upsert_abonents */
with ${RUN}, given as materialized (
  select * from unnest($3::bigint[], ${textColumn(4)}, $5::boolean[]) as t(rosdomofon_id, phone, has_logged_in)
), written as (
  insert into abonents as m (company_id, rosdomofon_id, phone, seen_at, has_logged_in, synced_at)
  select run.company_id, g.rosdomofon_id, g.phone, run.started_at, g.has_logged_in, clock_timestamp()
  from run cross join given g order by g.rosdomofon_id
  on conflict (company_id, rosdomofon_id) do update set
    phone = case when excluded.seen_at >= m.seen_at then coalesce(excluded.phone, m.phone) else coalesce(m.phone, excluded.phone) end,
    seen_at = case when excluded.phone is null then m.seen_at else greatest(m.seen_at, excluded.seen_at) end,
    has_logged_in = coalesce(excluded.has_logged_in, m.has_logged_in), synced_at = excluded.synced_at
  where m.synced_at is null or m.synced_at < (select started_at from run)
  returning old.id is null as is_added, new.phone is distinct from old.phone as is_changed
)
select exists (select from run) as "isHeld",
  (select count(*) from written where is_added)::int as added,
  (select count(*) from written where is_changed and not is_added)::int as changed`;

/** The people behind accounts and flats. Not told in the feed: what they belong to is. */
export async function upsertAbonents(
  runner: Runner,
  by: MirrorAuthor,
  given: readonly AbonentMirrorRow[],
): Promise<void> {
  await runMirrorChunk(runner, by, STATEMENT, given, (rows) => [
    numbers(rows.map((row) => row.rosdomofonId)),
    texts(rows.map((row) => row.phone)),
    numbers(rows.map((row) => row.hasLoggedIn)),
  ]);
}
