import { numbers, textColumn, texts } from '../intake/columns.ts';
import type { Store } from '../open/open-store.ts';
import { jsonTexts } from './json-column.ts';
import type { Settlement } from './settle-deliveries.ts';

/**
 * An attempt of this worker that somebody else ended (the sweeper, when the lease ran out) learns what really came
 * of it. The delivery itself is not touched. An attempt that this worker ended stays as it is: then the settling had
 * worked, only its answer was lost.
 */
const STATEMENT = `/* record_late_outcomes */
with r as materialized (
  select * from unnest($1::bigint[], $2::bigint[], ${textColumn(3)}, $4::int[], ${[5, 6].map(textColumn).join(', ')})
    as t(id, fence, outcome, duration_ms, request, response)
), known as materialized (
  select r.*, d.company_id, d.fence <> r.fence as is_lost, coalesce(a.duration_ms is not null, false) as is_ended
  from r cross join lateral (
      select company_id, fence from deliveries where id >= r.id and id <= r.id order by id limit 1
    ) d
    left join delivery_attempts a
      on a.delivery_id = any(array[r.id]) and a.fence = any(array[r.fence]) and a.worker = $7
), late as (
  insert into delivery_attempts (delivery_id, fence, company_id, outcome, error_code, worker, duration_ms, request,
    response, late_outcome)
  select id, fence, company_id, 'ambiguous', 'LEASE_LOST', $7, duration_ms, request::jsonb, response::jsonb, outcome
  from known where is_lost and not is_ended
  on conflict (delivery_id, fence) do update set duration_ms = excluded.duration_ms, request = excluded.request,
    response = excluded.response, late_outcome = excluded.late_outcome
  returning delivery_id, company_id
), change as (
  insert into changes (company_id, entity, entity_id, op) select company_id, 'delivery', delivery_id, 'changed' from late
)
select id from known where not is_ended`;

/** The ids that really are not settled: what was tried under their lease may be tried again by somebody else. */
export async function recordLateOutcomes(
  store: Store,
  workerId: string,
  settlements: readonly Settlement[],
): Promise<Set<bigint>> {
  const tried = settlements.filter(({ outcome }) => outcome !== 'released');
  if (tried.length === 0) return new Set();
  const rows = await store.run<{ id: bigint }>(STATEMENT, [
    numbers(tried.map((row) => row.id)),
    numbers(tried.map((row) => row.fence)),
    texts(tried.map((row) => row.outcome)),
    numbers(tried.map((row) => Math.round(row.durationMs))),
    jsonTexts(tried.map((row) => row.request)),
    jsonTexts(tried.map((row) => row.response)),
    workerId,
  ]);
  return new Set(rows.map(({ id }) => id));
}
