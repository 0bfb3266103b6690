import { type DurationsRow, durationOfBucket } from '@domovoy/store';

export interface Duration {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** Out of a histogram that has at least one attempt. */
export const durationOf = (row: Pick<DurationsRow, 'buckets' | 'counts'>): Duration => ({
  p50Ms: quantile(row, 0.5),
  p95Ms: quantile(row, 0.95),
});

function quantile({ buckets, counts }: Pick<DurationsRow, 'buckets' | 'counts'>, share: number): number {
  const rank = Math.ceil(counts.reduce((sum, count) => sum + count, 0) * share);
  let passed = 0;
  for (const [at, bucket] of buckets.entries()) {
    passed += counts[at] ?? 0;
    if (passed >= rank) return durationOfBucket(bucket);
  }
  throw new TypeError('a histogram without attempts');
}
