import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray, textArray } from '../page/bigint-array.ts';
import { countUpTo } from '../page/count-up-to.ts';
import {
  type Keyset,
  type KeysetPage,
  keyOf,
  keysetOrder,
  keysetWhere,
  type Page,
  rowsToRead,
  toPage,
} from '../page/keyset.ts';
import { rowsByKey } from '../page/rows-by-key.ts';
import { inTimeRange, type TimeRange } from '../page/time-range.ts';
import { auditEntries } from '../schema/audit-entry.ts';
import type { AuditEntryRow } from './add-audit-entry.ts';

export interface AuditFilter {
  readonly actors?: readonly string[] | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly entity?: string | undefined;
  /** Of `entity`. */
  readonly entityIds?: readonly bigint[] | undefined;
  readonly at?: TimeRange | undefined;
}

const keyset: Keyset = { columns: [auditEntries.at, auditEntries.id], order: 'desc' };

const conditionOf = (companyId: bigint, given: AuditFilter): SQL => {
  const { actors, actions, entity, entityIds, at } = given;
  return (
    and(
      eq(auditEntries.companyId, companyId),
      actors && sql`${auditEntries.actor} = any(${textArray(actors)})`,
      actions && inArray(auditEntries.action, [...actions]),
      entity === undefined ? undefined : eq(auditEntries.entity, entity),
      entityIds && sql`${auditEntries.entityId} = any(${bigintArray(entityIds)})`,
      ...inTimeRange(auditEntries.at, at),
    ) ?? sql`false`
  );
};

const columns = {
  id: auditEntries.id,
  companyId: auditEntries.companyId,
  actor: auditEntries.actor,
  action: auditEntries.action,
  entity: auditEntries.entity,
  entityId: auditEntries.entityId,
  details: auditEntries.details,
  before: auditEntries.before,
  after: auditEntries.after,
  caused: auditEntries.caused,
  at: auditEntries.at,
};

/** What was done, newest first. */
export async function listAuditEvents(
  { db, companyId }: CompanyReader,
  { filter, page }: { filter: AuditFilter; page: KeysetPage },
): Promise<Page<AuditEntryRow & { key: string }>> {
  const read = await db
    .select({ ...columns, key: keyOf(keyset) })
    .from(auditEntries)
    .where(keysetWhere(auditEntries.id, keyset, [conditionOf(companyId, filter)], page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countAuditEvents = (
  { db, companyId }: CompanyReader,
  { filter, limit }: { filter: AuditFilter; limit: number },
): Promise<number> => countUpTo(db, auditEntries, conditionOf(companyId, filter), limit);

/** In no order; ids that the company has not are left out. */
export const loadAuditEntries = (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<AuditEntryRow[]> =>
  db
    .select(columns)
    .from(auditEntries)
    .where(rowsByKey({ column: auditEntries.id, company: auditEntries.companyId }, ids, companyId));
