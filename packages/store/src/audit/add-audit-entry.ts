import type { Executor } from '../db.ts';
import { type AuditCause, auditEntries } from '../schema/audit-entry.ts';

export type { AuditCause };
export type AuditEntryRow = typeof auditEntries.$inferSelect;

/** JSON without secrets. */
export type AuditValues = Readonly<Record<string, unknown>>;

export type NewAuditEntry = Omit<AuditEntryRow, 'id' | 'at' | 'details' | 'before' | 'after' | 'caused'> & {
  readonly details?: AuditValues;
  /** What of the entity was changed, as it was, and as it is by it. Null or left out: it was not there, or is gone. */
  readonly before?: AuditValues | null;
  readonly after?: AuditValues | null;
};

/** In the transaction of what it tells, anywhere in it: what that causes is noted at the commit, by the database. */
export async function addAuditEntry(db: Executor, entry: NewAuditEntry): Promise<void> {
  await db.insert(auditEntries).values(entry);
}
