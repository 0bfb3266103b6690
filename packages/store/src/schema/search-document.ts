import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { reference, timestamptz } from './_columns.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

export const SEARCHED = ['message', 'sign_up', 'conversation'] as const;

/**
 * By what the search finds rows of tables that the intake writes. Apart from them, and filled a moment later by whoever
 * follows the feed: words of a message cost more than all the rest of its intake (see src/search).
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    entity: text({ enum: SEARCHED }).notNull(),
    entityId: reference(),
    companyId: reference(),
    /**
     * Words, phones with a `+` and their endings with a `#`, and with an `@` the company and the slice of ids in which it
     * lies: nobody can type these signs, and by the slices the newest are found first.
     */
    words: tsvector().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.entity, t.entityId] }),
    index('search_documents_words').using('gin', t.words),
    check('search_documents_entity', sql`entity in ('message', 'sign_up', 'conversation')`),
  ],
);

/** How far the documents are. One row: `id` is 1. */
export const searchCursors = pgTable(
  'search_cursors',
  {
    id: smallint().primaryKey(),
    /** Of the feed; 0: none yet. */
    epoch: integer().notNull(),
    xid: xid8().notNull(),
    changeId: bigint({ mode: 'bigint' }).notNull(),
    updatedAt: timestamptz().notNull().defaultNow(),
  },
  () => [check('search_cursors_one', sql`id = 1`)],
);

/** What was there before the feed was followed, or while nobody did: ids up to `upTo`, of which those up to `doneTo` are done. */
export const searchBackfills = pgTable('search_backfills', {
  entity: text({ enum: SEARCHED }).primaryKey(),
  doneTo: reference(),
  upTo: reference(),
});
