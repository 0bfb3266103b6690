import { type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { ATTEMPT_COUNTS, histogramOf, readHistogram } from './attempt-counts.ts';

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

/** In which bucket each hour is: worked out once for an hour, not for each of its rows, because it costs a microsecond. */
const clock = ({ from, to, step, timeZone }: DeliveryStatsQuery): SQL => sql`
  clock as materialized (
    select hour, date_trunc(${step}, hour, ${timeZone}) as at
    from generate_series(date_trunc('hour', ${moment(from)}, 'UTC'), ${moment(to)}, interval '1 hour', 'UTC') hour
  )`;

type RawKey = Pick<DeliveryStatsRow, 'kind'> & { readonly at: string; readonly target: string | null };
type Counts = Omit<DeliveryStatsRow, 'at' | 'kind' | 'integrationId'>;

const keyOfRow = ({ at, kind, target }: RawKey) => ({
  at: new Date(at),
  kind,
  integrationId: target === null ? null : BigInt(target),
});

/** By time, then by kind or target; only where something was attempted. */
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
    with ${clock(query)}
    select at, kind, target::text as target, ${sums}
    from (${counted(companyId, query, { hours, tail: hours })}) as c join clock using (hour) group by 1, 2, c.target
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

/** How long attempts took, as histograms; only where somebody told. */
export async function readDurations(
  { db, companyId }: CompanyReader,
  query: DeliveryStatsQuery,
): Promise<DurationsRow[]> {
  const { kind, target } = keyOf(query);
  const key = sql`hour, ${kind} as kind, ${target} as target`;
  const one = sql.raw(`case when bucket is not null then ${histogramOf('1', 'bucket')} end`);
  const rows = await db.execute<RawKey & { durations: string }>(sql`/* read_durations */
    with ${clock(query)}
    select at, kind, target::text as target, sum(durations)::text as durations
    from (${counted(companyId, query, { hours: sql`${key}, durations`, tail: sql`${key}, ${one}` })}) as c
    join clock using (hour) group by 1, 2, c.target having sum(durations) > 0`);
  return rows.map(({ durations, ...raw }) => ({ ...keyOfRow(raw), ...readHistogram(durations) }));
}
