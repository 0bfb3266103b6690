import { sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';

type OpenState = 'pending' | 'leased' | 'dead';

/** Of one target, or of all of them. */
export interface DeliveryCounts {
  /** `pending`. */
  readonly waiting: number;
  /** Of these, what could be sent at this moment. */
  readonly due: number;
  /** `leased`. */
  readonly sending: number;
  /** Of what waits or is sent: an attempt ended without anybody knowing whether it had an effect. */
  readonly doubtful: number;
  readonly dead: number;
}

export interface CountedDeliveries {
  /** When, by the database's clock. */
  readonly now: Date;
  /** Those that were counted up to the limit, and may be more. */
  readonly cut: ReadonlySet<OpenState>;
  readonly all: DeliveryCounts;
  readonly byTarget: ReadonlyMap<bigint, DeliveryCounts>;
}

/** Without a target when there is nothing in that state. */
interface Row extends Record<string, unknown> {
  readonly now: number;
  readonly state: OpenState;
  readonly target: string | null;
  readonly count: number;
  readonly due: number;
  readonly doubtful: number;
}

const NONE: DeliveryCounts = { waiting: 0, due: 0, sending: 0, doubtful: 0, dead: 0 };

/**
 * Of each state no more than `limit` rows are looked at, oldest first, by deliveries_list: three times the limit at most,
 * however many targets there are. 12 ms for 10,001 that wait, 500 that are sent and 2,000 dead ones, on two busy cores.
 */
export async function countOpenDeliveries(
  { db, companyId }: CompanyReader,
  { limit }: { limit: number },
): Promise<CountedDeliveries> {
  const rows = await db.execute<Row>(sql`/* count_open_deliveries */
    select extract(epoch from now())::float8 * 1000 as now, state, integration_id::text as target,
      count(integration_id)::int as count,
      (count(*) filter (where due_at <= now()))::int as due,
      (count(*) filter (where ambiguous_attempts > 0))::int as doubtful
    from unnest(array['pending', 'leased', 'dead']) as s(state) left join lateral (
      select integration_id, due_at, ambiguous_attempts from deliveries
      where company_id = ${companyId} and deliveries.state = s.state order by created_at limit ${limit}
    ) d on true
    group by state, integration_id`);
  const counted = rows.map((row) => ({
    ...row,
    target: row.target === null ? null : BigInt(row.target),
  }));
  const totals = Map.groupBy(counted, ({ state }) => state);
  const isCut = (state: OpenState) =>
    (totals.get(state) ?? []).reduce((sum, { count }) => sum + count, 0) >= limit;
  const byTarget = new Map<bigint, DeliveryCounts>();
  let all = NONE;
  for (const row of counted) {
    if (row.target === null) continue;
    all = plus(all, row);
    byTarget.set(row.target, plus(byTarget.get(row.target) ?? NONE, row));
  }
  return {
    now: new Date(Number(rows[0]?.now)),
    cut: new Set((['pending', 'leased', 'dead'] as const).filter(isCut)),
    all,
    byTarget,
  };
}

const plus = (
  known: DeliveryCounts,
  row: Pick<Row, 'state' | 'count' | 'due' | 'doubtful'>,
): DeliveryCounts => {
  if (row.state === 'dead') return { ...known, dead: known.dead + row.count };
  const doubtful = known.doubtful + row.doubtful;
  return row.state === 'leased'
    ? { ...known, doubtful, sending: known.sending + row.count }
    : { ...known, doubtful, waiting: known.waiting + row.count, due: known.due + row.due };
};
