import { type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import {
  asTable,
  FOUND,
  fingerprintOf,
  type IssueCause,
  type IssueCount,
  type IssueFilter,
  type IssueRow,
  isSame,
  readIssues,
} from './issue-row.ts';

/** As deliveries_dead has it: whoever was sent again lives on in another row, and is told of by that one. */
const isDead = sql`d.state = 'dead' and d.redelivery_id is null`;
const why = sql`coalesce(d.last_error_code, '') collate "C"`;
/** Of one cause, as the index has them. */
const NEWEST = sql`d.kind desc, ${why} desc, d.settled_at desc`;
/** A delivery is of the company whose integration it goes to. */
const ofCompany = (companyId: bigint): SQL => sql`i.company_id = ${String(companyId)}::bigint`;

/**
 * The causes of what is dead, without reading what is dead: from the first entry of a cause in deliveries_dead to the
 * first one of the next, and the last entry of each. 1,000,000 dead of 12 causes: 0.5 ms.
 */
const causesOf = (companyId: bigint): SQL => sql`found(integration_id, what, why, first_at) as (
    select n.* from integrations i cross join lateral (
      select d.integration_id, d.kind, ${why}, d.settled_at from deliveries d
      where ${isDead} and d.integration_id = i.id order by d.kind, ${why}, d.settled_at limit 1
    ) n where ${ofCompany(companyId)}
    union all
    select n.* from found f cross join lateral (
      select d.integration_id, d.kind, ${why}, d.settled_at from deliveries d
      where ${isDead} and d.integration_id = f.integration_id and (d.kind, ${why}) > (f.what, f.why)
      order by d.kind, ${why}, d.settled_at limit 1
    ) n
  ), cause as materialized (
    select f.integration_id, f.what, f.why, f.first_at, l.last_at,
      ${fingerprintOf(sql`'delivery'`, sql`f.integration_id`, sql`f.what`, sql`f.why`)} as fingerprint
    from (${FOUND}) f cross join lateral (
      select d.settled_at as last_at from deliveries d
      where ${isDead} and d.integration_id = f.integration_id and ${isSame(sql`d.kind, ${why}`, sql`f.what, f.why`)}
      order by ${NEWEST} limit 1
    ) l
  )`;

export const listDeliveryIssues = (
  reader: CompanyReader,
  given: { filter: IssueFilter; limit: number },
): Promise<IssueRow[]> => readIssues(reader, causesOf(reader.companyId), given);

const ofCause = sql`${isDead} and d.integration_id = i.id and ${isSame(sql`d.kind, ${why}`, sql`k.what, k.why`)}`;
/** Causes with their integrations; those of another company are none. */
const named = (companyId: bigint, causes: readonly IssueCause[]): SQL =>
  sql`${asTable(causes)} join integrations i on i.id = k.integration_id and ${ofCompany(companyId)}`;

/**
 * Of each no more than `limit`. In their order, so that not all of a cause are collected first; plainly equal, because ranges
 * of rows cost twice as much: 25 ms for 120,000 of 1,000,000.
 */
export async function countDeliveryIssues(
  { search, companyId }: CompanyReader,
  { causes, limit }: { causes: readonly IssueCause[]; limit: number },
): Promise<IssueCount[]> {
  const rows = await search.execute<{ fingerprint: string; count: number }>(sql`
    select k.fingerprint, (select count(*)::int from (
      select from deliveries d where ${isDead} and d.integration_id = i.id and d.kind = k.what and ${why} = k.why
      order by d.settled_at desc limit ${limit}) counted) as count
    from ${named(companyId, causes)}`);
  return [...rows];
}

/** Ids of those that died last, of each cause so many at most. */
export async function listNewestOfDeliveryIssues(
  { search, companyId }: CompanyReader,
  { causes, limit }: { causes: readonly IssueCause[]; limit: number },
): Promise<{ fingerprint: string; id: bigint }[]> {
  const rows = await search.execute<{ fingerprint: string; id: string }>(sql`
    select k.fingerprint, n.id::text from ${named(companyId, causes)} cross join lateral (
      select d.id, d.settled_at from deliveries d where ${ofCause}
      order by ${NEWEST} limit ${limit}
    ) n order by n.settled_at desc, n.id desc`);
  return [...rows].map(({ fingerprint, id }) => ({ fingerprint, id: BigInt(id) }));
}
