import { and, desc, eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { auditEntries } from '../schema/audit-entry.ts';
import type { AuditEntryRow } from './add-audit-entry.ts';

/** What was done to rows of one kind, newest first. */
export const listAuditEntries = (
  { db, companyId }: CompanyReader,
  { entity, entityIds, limit }: { entity: string; entityIds: readonly bigint[]; limit: number },
): Promise<AuditEntryRow[]> =>
  db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.companyId, companyId),
        eq(auditEntries.entity, entity),
        sql`${auditEntries.entityId} = any(${bigintArray(entityIds)})`,
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit);
