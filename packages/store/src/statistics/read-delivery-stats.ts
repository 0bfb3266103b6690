import { type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { ATTEMPT_COUNTS } from './attempt-counts.ts';

export type StatisticsStep = 'hour' | 'day' | 'week' | 'month';

export interface DeliveryStatsQuery {
  /** Whole hours: an hour in which the range begins or ends belongs to it as a whole when its beginning does. */
  readonly from: Date;
  readonly to: Date;
  readonly step: StatisticsStep;
  /** IANA. Days, weeks and months begin at its midnight. */
  readonly timeZone: string;
  readonly groupBy: 'kind' | 'target' | null;
}

export interface DeliveryStatsRow {
  readonly at: Date;
  readonly kind: string | null;
  readonly integrationId: bigint | null;
  readonly delivered: number;
  readonly failed: number;
  readonly dead: number;
  readonly ambiguous: number;
  readonly skipped: number;
}

export interface DurationsRow {
  readonly at: Date;
  readonly kind: string | null;
  readonly integrationId: bigint | null;
  readonly buckets: readonly number[];
  readonly counts: readonly number[];
}

export const moment = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** Before the cursor hours that are counted, behind it the attempts themselves; both of one snapshot. */
const counted = (
  companyId: bigint,
  { from, to }: DeliveryStatsQuery,
  columns: { hours: SQL; tail: SQL },
): SQL => sql`
  select ${columns.hours} from delivery_hours
  where company_id = ${companyId} and hour >= ${moment(from)} and hour < ${moment(to)}
  union all
  select ${columns.tail} from (
    select date_trunc('hour', a.ended_at, 'UTC') as hour, ${sql.raw(ATTEMPT_COUNTS)}
    from delivery_attempts a join deliveries d on d.id = a.delivery_id
    where a.company_id = ${companyId} and a.ended_at < ${moment(to)} and a.ended_at >= greatest(${moment(from)},
      coalesce((select counted_to from delivery_hours_cursor), '-infinity'))
  ) as attempt`;

const keyOf = ({ groupBy }: DeliveryStatsQuery) => ({
  kind: groupBy === 'kind' ? sql`kind` : sql`null::text`,
  target: groupBy === 'target' ? sql`integration_id` : sql`null::bigint`,
});

const bucketOf = ({ step, timeZone }: DeliveryStatsQuery): SQL => sql`date_trunc(${step}, hour, ${timeZone})`;

type RawKey = Pick<DeliveryStatsRow, 'kind'> & { readonly at: string; readonly target: string | null };
type Counts = Omit<DeliveryStatsRow, 'at' | 'kind' | 'integrationId'>;

const keyOfRow = ({ at, kind, target }: RawKey) => ({
  at: new Date(at),
  kind,
  integrationId: target === null ? null : BigInt(target),
});

/**
 * By time, then by kind or target; only where something was attempted. Summed by hours first, because a time zone costs a
 * microsecond per row. 90 days with ten kinds (21,600 rows of hours): see bench/README.md, statistics.
 */
export async function readDeliveryStats(
  { db, companyId }: CompanyReader,
  query: DeliveryStatsQuery,
): Promise<DeliveryStatsRow[]> {
  const { kind, target } = keyOf(query);
  const numbers = sql`delivered, failed, dead, ambiguous, skipped`;
  const hours = sql`hour, ${kind} as kind, ${target} as target, ${numbers}`;
  const sums = sql.raw(
    ['delivered', 'failed', 'dead', 'ambiguous', 'skipped']
      .map((of) => `sum(${of})::int as ${of}`)
      .join(', '),
  );
  const rows = await db.execute<RawKey & Counts>(
    sql`/* read_delivery_stats */
    with hourly as materialized (
      select hour, kind, target, ${sums} from (${counted(companyId, query, { hours, tail: hours })}) as c
      group by hour, kind, target
    )
    select ${bucketOf(query)} as at, kind, target::text as target, ${sums} from hourly group by 1, 2, 3
    order by 1, 2, 3`,
  );
  return rows.map(({ delivered, failed, dead, ambiguous, skipped, ...key }) => ({
    ...keyOfRow(key),
    delivered,
    failed,
    dead,
    ambiguous,
    skipped,
  }));
}

/** How long attempts took, as histograms; only where somebody told. Dearer than the counts, so asked for apart. */
export async function readDurations(
  { db, companyId }: CompanyReader,
  query: DeliveryStatsQuery,
): Promise<DurationsRow[]> {
  const { kind, target } = keyOf(query);
  const key = sql`hour, ${kind} as kind, ${target} as target`;
  const rows = await db.execute<RawKey & { buckets: string; counts: string }>(sql`/* read_durations */
    with bucketed as (
      select at, kind, target, bucket, sum(n)::int as n from (
        select at, kind, target, unnest(buckets) as bucket, unnest(counts) as n
        from (
          -- Once for each hour, not for each of its buckets: that is what the fence is for.
          select ${bucketOf(query)} as at, kind, target, buckets, counts from (${counted(companyId, query, {
            hours: sql`${key}, duration_buckets as buckets, duration_counts as counts`,
            tail: sql`${key}, array_remove(array[bucket], null), case when bucket is null then '{}' else array[1] end`,
          })}) as c offset 0
        ) as hourly
      ) as one group by at, kind, target, bucket
    )
    select at, kind, target::text as target, array_agg(bucket order by bucket)::text as buckets,
      array_agg(n order by bucket)::text as counts
    from bucketed group by at, kind, target`);
  return rows.map(({ buckets, counts, ...raw }) => ({
    ...keyOfRow(raw),
    buckets: numbersOf(buckets),
    counts: numbersOf(counts),
  }));
}

const numbersOf = (array: string): number[] => (array.match(/-?\d+/g) ?? []).map(Number);
