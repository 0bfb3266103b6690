import type { Executor } from '../db.ts';
import { auditEntries } from '../schema/audit-entry.ts';

export type AuditEntryRow = typeof auditEntries.$inferSelect;
export type NewAuditEntry = Omit<AuditEntryRow, 'id' | 'at' | 'details'> & {
  readonly details?: Readonly<Record<string, unknown>>;
};

/** In the transaction of what it tells. */
export async function addAuditEntry(db: Executor, entry: NewAuditEntry): Promise<void> {
  await db.insert(auditEntries).values(entry);
}
