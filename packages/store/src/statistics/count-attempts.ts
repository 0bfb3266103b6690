import type { Store } from '../open/open-store.ts';
import { ATTEMPT_COUNTS, histogramOf } from './attempt-counts.ts';

export interface CountedAttempts {
  readonly count: number;
  /** How much time there is behind the cursor that could be counted by now. */
  readonly leftMs: number;
}

/**
 * An attempt bears the time at which its transaction began, and no transaction lives for so long (30 s, the server ends
 * it): what is older than this is all there, and is counted once.
 */
const SETTLED_AFTER_MS = 120_000;

/**
 * Adds the attempts of the next moments to their hours and moves the cursor behind them, in one transaction: killed at any
 * moment nothing is counted twice or left out; of several processes one at a time does it (`skip locked`). A cursor that
 * is not there begins with the oldest attempt.
 */
const STATEMENT = `/* count_attempts */
with place as materialized (
  select counted_to from delivery_hours_cursor where id = 1 for update skip locked
), span as materialized (
  select counted_to as low,
    least(counted_to + $1::float8 * interval '1 ms', now() - ${SETTLED_AFTER_MS} * interval '1 ms') as high
  from place where counted_to < now() - ${SETTLED_AFTER_MS} * interval '1 ms'
), attempt as materialized (
  select date_trunc('hour', a.ended_at, 'UTC') as hour, ${ATTEMPT_COUNTS}
  from span s
  cross join lateral (select * from delivery_attempts where ended_at >= s.low and ended_at < s.high) a
  join deliveries d on d.id = any(array[a.delivery_id])
), took as (
  select company_id, hour, integration_id, kind, sum(${histogramOf('n', 'bucket')}) as durations
  from (
    select company_id, hour, integration_id, kind, bucket, count(*)::int as n from attempt where bucket is not null
    group by company_id, hour, integration_id, kind, bucket
  ) b group by company_id, hour, integration_id, kind
), counted as (
  select company_id, hour, integration_id, kind, sum(delivered)::int as delivered, sum(failed)::int as failed,
    sum(dead)::int as dead, sum(ambiguous)::int as ambiguous, sum(skipped)::int as skipped
  from attempt group by company_id, hour, integration_id, kind
), added as (
  insert into delivery_hours as h (company_id, hour, integration_id, kind, delivered, failed, dead, ambiguous, skipped,
    durations)
  select c.company_id, c.hour, c.integration_id, c.kind, delivered, failed, dead, ambiguous, skipped,
    coalesce(t.durations, 0)
  from counted c left join took t using (company_id, hour, integration_id, kind)
  on conflict (company_id, hour, integration_id, kind) do update set
    delivered = h.delivered + excluded.delivered, failed = h.failed + excluded.failed, dead = h.dead + excluded.dead,
    ambiguous = h.ambiguous + excluded.ambiguous, skipped = h.skipped + excluded.skipped,
    durations = h.durations + excluded.durations
), moved as (
  update delivery_hours_cursor c set counted_to = span.high from span where c.id = 1
)
select (select count(*) from attempt)::int as count,
  extract(epoch from now() - coalesce((select high from span), counted_to))::float8 * 1000 - ${SETTLED_AFTER_MS} as "leftMs"
from place`;

const BEGIN = `/* begin_counting_attempts */
insert into delivery_hours_cursor (id, counted_to)
select 1, coalesce((select min(ended_at) from delivery_attempts), now() - ${SETTLED_AFTER_MS} * interval '1 ms')
where not exists (select from delivery_hours_cursor) on conflict (id) do nothing`;

/** Null: another process does it at this moment. The transaction holds the feed for about 6 µs per attempt. */
export async function countAttempts(
  store: Store,
  { spanMs }: { spanMs: number },
): Promise<CountedAttempts | null> {
  const [row] = await store.run<CountedAttempts>(STATEMENT, [spanMs]);
  return row ?? null;
}

/** Before the first count; afterwards it does nothing. */
export async function beginCountingAttempts(store: Store): Promise<void> {
  await store.run(BEGIN, []);
}
