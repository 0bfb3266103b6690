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

/** Counts of a bucket are shorter than this. A multiple of four, as Postgres packs digits. */
const DIGITS = 12;

/**
 * A histogram is one number: the count of each bucket in twelve digits of its own, so that none runs over into the next.
 * `sum` and `+` of Postgres add histograms: 21,600 of them in 27 ms, bucket by bucket it took 195.
 */
export const histogramOf = (count: string, bucket: string): string =>
  `(${count} || 'e' || ${bucket} * ${DIGITS})::numeric`;

/** The buckets that have something, the shortest durations first. */
export function readHistogram(digits: string): { readonly buckets: number[]; readonly counts: number[] } {
  const [buckets, counts]: [number[], number[]] = [[], []];
  for (let end = digits.length, bucket = 0; end > 0; end -= DIGITS, bucket++) {
    const count = Number(digits.slice(Math.max(0, end - DIGITS), end));
    if (count === 0) continue;
    buckets.push(bucket);
    counts.push(count);
  }
  return { buckets, counts };
}
