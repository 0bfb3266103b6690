import { and, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray, textArray } from '../page/bigint-array.ts';

export type IssueSubject = 'delivery' | 'event';
export type IssueState = 'open' | 'resolved' | 'muted';

/** By what failures of a company belong together. */
export interface IssueCause {
  readonly fingerprint: string;
  readonly integrationId: bigint;
  /** The kind of the deliveries; the topic of the events. */
  readonly what: string;
  /** The code of their last error, empty when there is none; the reason without its numbers. */
  readonly why: string;
}

/** What is dead now of one cause, and what people decided about it. */
export interface IssueRow extends IssueCause {
  readonly state: IssueState;
  readonly firstFailedAt: Date;
  readonly lastFailedAt: Date;
  /** The same as the database writes it, to the microsecond. */
  readonly lastFailedKey: string;
  /** The last resolution; of an open issue: it has failed since. */
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly resolvedNote: string | null;
  /** Null: it is not muted (any more). */
  readonly mutedUntil: Date | null;
  readonly mutedBy: string | null;
  readonly mutedNote: string | null;
}

export interface IssueFilter {
  readonly states?: readonly IssueState[] | undefined;
  readonly integrationIds?: readonly bigint[] | undefined;
  readonly whats?: readonly string[] | undefined;
  readonly fingerprints?: readonly string[] | undefined;
}

/**
 * As many causes of a company as are looked at: they are as many as its targets, kinds and codes make, dozens. Who reads no
 * further ends the walk from cause to cause.
 */
export const FOUND: SQL = sql`select * from found limit 1000`;

/** 120 bits, so that an id has room for the subject. */
export const fingerprintOf = (...parts: SQL[]): SQL =>
  sql`substring(encode(sha256(convert_to(concat_ws(e'\\x1f', ${sql.join(parts, sql`, `)}), 'UTF8')), 'hex') for 30)`;

/**
 * `causes`: CTEs of which the last is `cause` (fingerprint, integration_id, what, why, first_at, last_at). The one that failed
 * last comes first.
 */
export async function readIssues(
  { search, companyId }: CompanyReader,
  causes: SQL,
  { filter, limit }: { filter: IssueFilter; limit: number },
): Promise<IssueRow[]> {
  const { states, integrationIds, whats, fingerprints } = filter;
  const conditions = and(
    sql`true`,
    states && sql`state = any(${textArray(states)})`,
    integrationIds && sql`integration_id = any(${bigintArray(integrationIds)})`,
    whats && sql`what = any(${textArray(whats)})`,
    fingerprints && sql`fingerprint = any(${textArray(fingerprints)})`,
  );
  const rows = await search.execute<Read>(sql`with recursive ${causes}, judged as (
      select c.*, case when d.muted_until > now() then 'muted' when d.resolved_through >= c.last_at then 'resolved'
        else 'open' end as state, d.resolved_at, d.resolved_by, d.resolved_note, d.muted_until, d.muted_by, d.muted_note
      from cause c left join issue_decisions d
        on d.company_id = ${String(companyId)}::bigint and d.fingerprint = c.fingerprint
    )
    select fingerprint, integration_id::text, what, why, state, first_at::text, last_at::text, resolved_at::text,
      resolved_by, resolved_note, muted_until::text, muted_by, muted_note
    from judged where ${conditions} order by judged.last_at desc, fingerprint limit ${limit}`);
  return [...rows].map(rowOf);
}

interface Read extends Record<string, unknown> {
  fingerprint: string;
  integration_id: string;
  what: string;
  why: string;
  state: IssueState;
  first_at: string;
  last_at: string;
  resolved_at: string | null;
  resolved_by: string | null;
  resolved_note: string | null;
  muted_until: string | null;
  muted_by: string | null;
  muted_note: string | null;
}

const time = (text: string | null): Date | null => (text === null ? null : new Date(text));

function rowOf(row: Read): IssueRow {
  const isMuted = row.state === 'muted';
  return {
    fingerprint: row.fingerprint,
    integrationId: BigInt(row.integration_id),
    what: row.what,
    why: row.why,
    state: row.state,
    firstFailedAt: new Date(row.first_at),
    lastFailedAt: new Date(row.last_at),
    lastFailedKey: row.last_at,
    resolvedAt: time(row.resolved_at),
    resolvedBy: row.resolved_by,
    resolvedNote: row.resolved_note,
    mutedUntil: isMuted ? time(row.muted_until) : null,
    mutedBy: isMuted ? row.muted_by : null,
    mutedNote: isMuted ? row.muted_note : null,
  };
}

/**
 * Equal, said so that the planner does not take the columns for independent: it would expect a few dead of a cause that has
 * hundreds of thousands, and collect and sort them all for the first 50.
 */
export const isSame = (columns: SQL, values: SQL): SQL =>
  sql`(${columns}) >= (${values}) and (${columns}) <= (${values})`;

/** Causes as a table `k` of the statement. */
export const asTable = (causes: readonly IssueCause[]): SQL => sql`unnest(
  ${textArray(causes.map(({ fingerprint }) => fingerprint))},
  ${bigintArray(causes.map(({ integrationId }) => integrationId))},
  ${textArray(causes.map(({ what }) => what))},
  ${textArray(causes.map(({ why }) => why))}) as k(fingerprint, integration_id, what, why)`;

export interface IssueCount {
  readonly fingerprint: string;
  readonly count: number;
}
