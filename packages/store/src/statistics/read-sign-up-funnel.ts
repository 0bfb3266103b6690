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

/** Null where there is none. */
const DECISION = sql.raw('least(provisioning_at, rejected_at) - created_at');
const COMPLETION = sql.raw('completed_at - created_at');

/** The lower and the upper one of the two in the middle; the same twice when one is. */
const middle = (of: SQL): SQL => sql`percentile_disc(array[0.5, 0.5000000001]) within group (order by ${of})`;
const inMs = (interval: SQL): SQL => sql`(extract(epoch from ${interval}) * 1000)::float8`;
const half = (of: string): SQL => inMs(sql.raw(`(${of}[1] + ${of}[2]) / 2`));

/** The median of the whole range, out of what is `near` it. */
const halfOf = (of: string): SQL =>
  inMs(
    sql.raw(`(select avg(x) from (select x from unnest(${of}_near) x order by x
      offset greatest((${of}_n + 1) / 2 - 1 - ${of}_below, 0) limit 2 - ${of}_n % 2) as two)`),
  );

const STAGES = ['needs_review', 'provisioning', 'completed', 'rejected', 'failed'] as const;
const stages = (one: (stage: string) => string): SQL => sql.raw(STAGES.map(one).join(', '));

/**
 * Sign-ups by when they came, and how far each of them has got until now. Read from the rows themselves: what a sign-up has
 * reached goes on changing for months, so that a table of sums would have to be counted anew with each move. All of it
 * stands in sign_ups_list, and each bucket is one range of that.
 *
 * The median of all is not below the lowest of the buckets' medians and not above the highest: only what lies between
 * them is sorted again. Times are compared as intervals, which costs a third of extracting numbers first.
 */
export async function readSignUpFunnel(
  { db, companyId }: CompanyReader,
  { from, to, step, timeZone }: SignUpFunnelQuery,
): Promise<SignUpFunnelRow[]> {
  const own = sql`from sign_ups where company_id = ${companyId} and state <> 'network'`;
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
          count(${DECISION})::int as decisions, ${middle(DECISION)} as decision, ${middle(COMPLETION)} as completion
        ${own} and created_at >= edge.low and created_at < edge.high
      ) as s where received > 0
    ), span as materialized (
      select min(decision[1]) as decision_low, max(decision[2]) as decision_high, min(completion[1]) as completion_low,
        max(completion[2]) as completion_high
      from bucket
    ), near as materialized (
      select count(*) filter (where decision < decision_low)::int as decision_below,
        array_agg(decision) filter (where decision between decision_low and decision_high) as decision_near,
        count(*) filter (where completion < completion_low)::int as completion_below,
        array_agg(completion) filter (where completion between completion_low and completion_high) as completion_near
      from span cross join (
        select ${DECISION} as decision, ${COMPLETION} as completion
        ${own} and created_at >= ${moment(from)} and created_at < ${moment(to)}
      ) as s
    ), total as materialized (
      select coalesce(sum(received), 0)::int as received, ${stages((stage) => `coalesce(sum(${stage}), 0)::int as ${stage}`)},
        coalesce(sum(decisions), 0)::int as decision_n, coalesce(sum(completed), 0)::int as completion_n
      from bucket
    )
    select at, received, ${stages((stage) => stage)}, ${half('decision')} as decision, ${half('completion')} as completion
    from bucket
    union all
    select null, received, ${stages((stage) => stage)}, ${halfOf('decision')}, ${halfOf('completion')} from total, near
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
