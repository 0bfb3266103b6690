import { type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { InboxCoordinates } from '../inbox/load-inbox-events.ts';
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

const isDead = (companyId: bigint): SQL =>
  sql`e.state = 'dead' and e.company_id = ${String(companyId)}::bigint`;
/** As inbox_events_dead has it. Offsets, sizes, phones and places in lists make a reason another one each time. */
const why = sql`left(regexp_replace(coalesce(e.reason, ''), '[0-9]+', '#', 'g'), 200) collate "C"`;

/** Of one source and cause, as the index has them. */
const NEWEST = sql`e.source_id desc, ${why} desc, e.received_at desc`;

/** As in delivery-issues.ts, by inbox_events_dead. A topic that was created anew has several sources: they are one. */
const causesOf = (companyId: bigint): SQL => sql`found(source_id, why, first_at) as (
    (select e.source_id, ${why}, e.received_at from inbox_events e
      where ${isDead(companyId)} order by e.source_id, ${why}, e.received_at limit 1)
    union all
    select n.* from found f cross join lateral (
      select e.source_id, ${why}, e.received_at from inbox_events e
      where ${isDead(companyId)} and (e.source_id, ${why}) > (f.source_id, f.why)
      order by e.source_id, ${why}, e.received_at limit 1
    ) n
  ), cause as materialized (
    select s.integration_id, s.topic as what, f.why, min(f.first_at) as first_at, max(l.last_at) as last_at,
      ${fingerprintOf(sql`'event'`, sql`s.integration_id`, sql`s.topic`, sql`f.why`)} as fingerprint
    from (${FOUND}) f cross join lateral (
      select e.received_at as last_at from inbox_events e
      where ${isDead(companyId)} and ${isSame(sql`e.source_id, ${why}`, sql`f.source_id, f.why`)}
      order by ${NEWEST} limit 1
    ) l join inbox_sources s on s.id = f.source_id
    group by s.integration_id, s.topic, f.why
  )`;

export const listEventIssues = (
  reader: CompanyReader,
  given: { filter: IssueFilter; limit: number },
): Promise<IssueRow[]> => readIssues(reader, causesOf(reader.companyId), given);

const ofCause = (companyId: bigint): SQL =>
  sql`${isDead(companyId)} and ${isSame(sql`e.source_id, ${why}`, sql`s.id, k.why`)}`;

/**
 * Of each no more than `limit`. Plainly equal, so that the primary key, which begins with the source too, is no way; and in no
 * order, for which each row's reason would be stripped of its numbers once more: 280 ms instead of 20.
 */
export async function countEventIssues(
  { search, companyId }: CompanyReader,
  { causes, limit }: { causes: readonly IssueCause[]; limit: number },
): Promise<IssueCount[]> {
  const rows = await search.execute<{ fingerprint: string; count: number }>(sql`
    select k.fingerprint, (select count(*)::int from (
      select from inbox_sources s cross join lateral (
        select from inbox_events e
        where ${isDead(companyId)} and e.source_id = s.id and ${why} = k.why limit ${limit}) e
      where s.integration_id = k.integration_id and s.topic = k.what limit ${limit}) counted) as count
    from ${asTable(causes)}`);
  return [...rows];
}

interface Newest extends Record<string, unknown> {
  fingerprint: string;
  source_id: number;
  partition: number;
  offset: string;
}

/** Where those stand that came last, of each cause so many at most. */
export async function listNewestOfEventIssues(
  { search, companyId }: CompanyReader,
  { causes, limit }: { causes: readonly IssueCause[]; limit: number },
): Promise<{ fingerprint: string; at: InboxCoordinates }[]> {
  const rows = await search.execute<Newest>(sql`
    select k.fingerprint, n.source_id, n.partition, n."offset"::text from ${asTable(causes)} cross join lateral (
      select e.* from inbox_sources s cross join lateral (
        select e.source_id, e.partition, e."offset", e.received_at from inbox_events e where ${ofCause(companyId)}
        order by ${NEWEST} limit ${limit}) e
      where s.integration_id = k.integration_id and s.topic = k.what order by e.received_at desc limit ${limit}
    ) n order by n.received_at desc, n."offset" desc`);
  return [...rows].map(({ fingerprint, source_id: sourceId, partition, offset }) => ({
    fingerprint,
    at: { sourceId, partition, offset: BigInt(offset) },
  }));
}
