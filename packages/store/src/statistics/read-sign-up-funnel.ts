import { sql } from 'drizzle-orm';
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

const median = (of: string) =>
  sql.raw(
    `percentile_cont(0.5) within group (order by extract(epoch from ${of} - created_at)::float8 * 1000)`,
  );

/**
 * Sign-ups by when they came, and how far each of them has got until now. Read from the rows themselves, out of
 * sign_ups_list: what a sign-up has reached goes on changing for months, so that a table of sums would have to be counted
 * anew with each move; and a company has far fewer of them than of anything else (100,000 in 90 days: bench/README.md).
 */
export async function readSignUpFunnel(
  { db, companyId }: CompanyReader,
  { from, to, step, timeZone }: SignUpFunnelQuery,
): Promise<SignUpFunnelRow[]> {
  const rows = await db.execute<
    Omit<SignUpFunnelRow, 'at'> & { at: string | null }
  >(sql`/* read_sign_up_funnel */
    select at, count(*)::int as received, count(needs_review_at)::int as "needsReview",
      count(provisioning_at)::int as provisioning, count(completed_at)::int as completed,
      count(rejected_at)::int as rejected, count(failed_at)::int as failed,
      ${median('least(provisioning_at, rejected_at)')} as "decisionMs", ${median('completed_at')} as "completionMs"
    from (
      select date_trunc(${step}, created_at, ${timeZone}) as at, created_at, needs_review_at, provisioning_at,
        completed_at, rejected_at, failed_at
      from sign_ups
      where company_id = ${companyId} and state <> 'network' and created_at >= ${moment(from)}
        and created_at < ${moment(to)}
    ) as s
    group by grouping sets ((at), ()) order by at nulls last`);
  return rows.map(({ at, ...row }) => ({ ...row, at: at === null ? null : new Date(at) }));
}
