/**
 * What an attempt counts as; it never becomes something else: outcomes stay, a dead delivery stays dead (to send it again
 * is another delivery), and a duration that was told too late counts nowhere. One row per attempt, `a` with its delivery
 * `d`; `bucket` is null when nobody told how long it took.
 */
export const ATTEMPT_COUNTS = `a.company_id, d.integration_id, d.kind,
  (a.outcome = 'delivered')::int as delivered,
  (a.outcome in ('retry', 'dead'))::int as failed,
  (a.outcome = 'dead' or (a.outcome = 'ambiguous' and d.state = 'dead' and d.fence = a.fence + 1))::int as dead,
  (a.outcome = 'ambiguous')::int as ambiguous,
  (a.outcome = 'skipped')::int as skipped,
  case when a.late_outcome is null and a.duration_ms is not null
    then floor(ln(greatest(a.duration_ms, 1)::float8) / ln(2::float8) * 4)::int2 end as bucket`;

/** The middle of a bucket: a duration in it is at most 9 % away. */
export const durationOfBucket = (bucket: number): number => Math.round(2 ** ((bucket + 0.5) / 4));
