import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, reference, timestamptz } from './_columns.ts';

/** A row of the feed that was written in the transaction of an entry. */
export interface AuditCause {
  /** As the feed names it: `delivery`, `job`, `message`, … */
  readonly entity: string;
  readonly id: string;
  readonly op: 'added' | 'changed';
}

/** What people and keys did, for whoever asks later. Rows are added, never changed. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: id(),
    companyId: reference(),
    /** `user:<public id>`, `api-key:<public id>`, `cli`. */
    actor: text().notNull(),
    /** `<entity>.<verb>`. */
    action: text().notNull(),
    entity: text().notNull(),
    entityId: reference(),
    /** What was decided; no secret. */
    details: jsonb().notNull().default({}),
    /** What of the entity it changed, as it was before and as it is by it; no secret. Null: it was not there, or is gone. */
    before: jsonb(),
    after: jsonb(),
    /** Filled at the commit by the trigger `audit_entry_caused`: what the feed tells of the same transaction, 100 rows at most. */
    caused: jsonb().$type<readonly AuditCause[]>().notNull().default([]),
    at: timestamptz().notNull().defaultNow(),
  },
  (t) => [
    index('audit_entries_list').on(t.companyId, t.at, t.id),
    index('audit_entries_actor').on(t.companyId, t.actor, t.at, t.id),
    index('audit_entries_entity').on(t.companyId, t.entity, t.entityId, t.at, t.id),
  ],
);
