import { sql } from 'drizzle-orm';
import { boolean, check, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, reference, timestamptz } from './_columns.ts';

/** What of ours is known in an integration, and by which id. Unique both ways. */
export const externalRefs = pgTable(
  'external_refs',
  {
    integrationId: reference(),
    companyId: reference(),
    /** `abonent` and `service` (by RosDomofon's id), `sign_up`, `sign_up_event`, `conversation`, `message` (by row id). */
    entity: text().notNull(),
    entityId: reference(),
    /** `contact`, `deal`, `lead`, `item_<type>`, `product`, `timeline_comment`, `open_line_chat`, … */
    remoteKind: text().notNull(),
    /** Null: it is being sent, and nobody knows it yet. */
    remoteId: text(),
    /** People made two of ours one over there: this one is linked behind the first. */
    isShared: boolean().notNull().default(false),
    /** sending: about to be made. ambiguous: it may have been made, or not. gone: somebody deleted it there. */
    state: text({ enum: ['sending', 'linked', 'ambiguous', 'gone'] })
      .notNull()
      .default('linked'),
    /** What we last told of it, and what we last saw: by this our own echo is known. Shape: packages/domain. */
    detail: jsonb(),
    createdAt: createdAt(),
    updatedAt: timestamptz().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.integrationId, t.entity, t.entityId, t.remoteKind] }),
    uniqueIndex('external_refs_remote')
      .on(t.integrationId, t.remoteKind, t.remoteId)
      .where(sql`remote_id is not null and not is_shared`),
    index('external_refs_shared').on(t.integrationId, t.remoteKind, t.remoteId).where(sql`is_shared`),
    check('external_refs_state', sql`state in ('sending', 'linked', 'ambiguous', 'gone')`),
  ],
);
