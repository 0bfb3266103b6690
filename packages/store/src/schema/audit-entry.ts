import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, reference, timestamptz } from './_columns.ts';

/** What people and keys did, for whoever asks later. Rows are added, never changed. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: id(),
    companyId: reference(),
    /** `user:…`, `api-key:<public id>`, `cli`. */
    actor: text().notNull(),
    /** `<entity>.<verb>`. */
    action: text().notNull(),
    entity: text().notNull(),
    entityId: reference(),
    /** What was decided; no secret. */
    details: jsonb().notNull().default({}),
    at: timestamptz().notNull().defaultNow(),
  },
  (t) => [
    index('audit_entries_list').on(t.companyId, t.at),
    index('audit_entries_entity').on(t.companyId, t.entity, t.entityId, t.at),
  ],
);
