import { type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { moment, type StatisticsStep } from './read-delivery-stats.ts';

export interface SignUpFunnelQuery {
  readonly from: Date;
  readonly to: Date;
  readonly step: StatisticsStep;
  /** IANA. Days, weeks and months begin at its midnight. */
  readonly timeZone: string;
}

export interface SignUpFunnelRow {
  /** Null: the whole range. */
  readonly at: Date | null;
  readonly received: number;
  readonly needsReview: number;
  readonly provisioning: number;
  readonly completed: number;
  readonly rejected: number;
  readonly failed: number;
  /** Of those that were decided, the median; null: none was. */
  readonly decisionMs: number | null;
  readonly completionMs: number | null;
}

const NOTHING = `timestamp '2000-01-01'`;
/**
 * So much later than nothing; null where there is none. Times, because they are sorted as integers: with numbers, which
 * have to be extracted, the whole costs 81 instead of 58 ms of CPU at 100,000 sign-ups, with intervals more.
 */
const since = (reached: string) => `${NOTHING} + (${reached} - created_at)`;
/** The middle of two, in milliseconds. */
const half = (one: string, other: string) =>
  `500 * (date_part('epoch', ${one} - ${NOTHING}) + date_part('epoch', ${other} - ${NOTHING}))`;
const TIMES = {
  decision: {
    took: since('least(provisioning_at, rejected_at)'),
    is: 'coalesce(provisioning_at, rejected_at)',
  },
  completion: { took: since('completed_at'), is: 'completed_at' },
} as const;
type Time = keyof typeof TIMES;

const sorted = (of: Time): string =>
  `array_agg(${TIMES[of].took} order by ${TIMES[of].took}) filter (where ${TIMES[of].is} is not null) as ${of}`;

/** The lower and the upper one of the two in the middle; the same twice when one is. */
const lower = (of: Time) => `${of}[(cardinality(${of}) + 1) / 2]`;
const upper = (of: Time) => `${of}[cardinality(${of}) / 2 + 1]`;

/** Between two that follow one another lies about a twentieth of the buckets' medians. */
const PIVOTS = Array.from({ length: 21 }, (_, n) => n / 20).join(', ');

/**
 * The median of all is not below the lowest of the buckets' medians and not above the highest. Some of these are counted
 * through, by looking into the sorted buckets, and only what lies between the two nearest is sorted again.
 */
const medianOfAll = (of: Time): string => `
    ${of}_pivot as materialized (
      select pivot, (select sum(width_bucket(pivot, ${of})) from bucket)::int as at_most from (
        select distinct unnest(percentile_disc(array[${PIVOTS}]) within group (order by middle)) as pivot
        from bucket cross join unnest(array[${lower(of)}, ${upper(of)}]) as middle
      ) as p
    ), ${of}_span as materialized (
      select n, coalesce(max(pivot) filter (where at_most < (n + 1) / 2), min(pivot)) as low,
        min(pivot) filter (where at_most >= n / 2 + 1) as high
      from ${of}_pivot cross join (select sum(cardinality(${of}))::int as n from bucket) as c group by n
    ), ${of}_near as materialized (
      select n, low, (select sum(width_bucket(low, ${of})) from bucket)::int as below, array(
        select x from bucket cross join unnest(${of}[width_bucket(low, ${of}) + 1 : width_bucket(high, ${of})]) as x order by x
      ) as near
      from ${of}_span
    ), ${of}_all as materialized (
      -- What is not above the lowest that can be is that one.
      select ${half('coalesce(near[(n + 1) / 2 - below], low)', 'coalesce(near[n / 2 + 1 - below], low)')} as ${of} from ${of}_near
    )`;

const STAGES = ['needs_review', 'provisioning', 'completed', 'rejected', 'failed'] as const;
const stages = (one: (stage: string) => string): SQL => sql.raw(STAGES.map(one).join(', '));

/**
 * Sign-ups by when they came, and how far each of them has got until now. Read from the rows themselves: what a sign-up has
 * reached goes on changing for months, so that a table of sums would have to be counted anew with each move. All of it
 * stands in sign_ups_list, and each bucket is one range of that, read once.
 */
export async function readSignUpFunnel(
  { db, companyId }: CompanyReader,
  { from, to, step, timeZone }: SignUpFunnelQuery,
): Promise<SignUpFunnelRow[]> {
  const rows = await db.execute<RawRow>(sql`/* read_sign_up_funnel */
    with edge as materialized (
      select at, greatest(at, ${moment(from)}) as low,
        least(lead(at, 1, 'infinity') over (order by at), ${moment(to)}) as high
      from (
        -- Truncated again, and a day longer: where clocks skip midnight the next one would be missed.
        select distinct date_trunc(${step}, g, ${timeZone}) as at
        from generate_series(date_trunc(${step}, ${moment(from)}, ${timeZone}), ${moment(to)} + interval '1 day',
          ${`1 ${step}`}::interval, ${timeZone}) g
      ) as a where at < ${moment(to)}
    ), bucket as materialized (
      select at, s.* from edge cross join lateral (
        select count(*)::int as received, ${stages((stage) => `count(${stage}_at)::int as ${stage}`)},
          ${sql.raw(sorted('decision'))}, ${sql.raw(sorted('completion'))}
        from sign_ups where company_id = ${companyId} and state <> 'network'
          and created_at >= edge.low and created_at < edge.high
      ) as s where received > 0
    ), ${sql.raw(medianOfAll('decision'))}, ${sql.raw(medianOfAll('completion'))}
    select at, received, ${stages((stage) => stage)}, ${sql.raw(half(lower('decision'), upper('decision')))} as decision,
      ${sql.raw(half(lower('completion'), upper('completion')))} as completion
    from bucket
    union all
    select null, coalesce(sum(received), 0)::int, ${stages((stage) => `coalesce(sum(${stage}), 0)::int`)},
      (select decision from decision_all), (select completion from completion_all)
    from bucket
    order by at nulls last`);
  return rows.map(({ at, needs_review, decision, completion, ...row }) => ({
    ...row,
    at: at === null ? null : new Date(at),
    needsReview: needs_review,
    decisionMs: decision,
    completionMs: completion,
  }));
}

type RawRow = Omit<SignUpFunnelRow, 'at' | 'needsReview' | 'decisionMs' | 'completionMs'> & {
  readonly at: string | null;
  readonly needs_review: number;
  readonly decision: number | null;
  readonly completion: number | null;
};
