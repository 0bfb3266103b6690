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

const COMPANY_WORDS = sql`(company_words(company_id, words::text)::tsvector)`;

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
    /** Words, phones with a `+` and their endings with a `#`: nobody can type these signs. */
    words: tsvector().notNull(),
  },
  (t) => [
    // In this order: the newest of a company are looked at first.
    primaryKey({ columns: [t.entity, t.companyId, t.entityId] }),
    // One for each: a word that half of the messages have is no word of an address. And each company has words of its own:
    // the company as one more word would be in all documents, and read with each search (17 of 46 ms at a million).
    index('search_documents_messages').using('gin', COMPANY_WORDS).where(sql`entity = 'message'`),
    index('search_documents_sign_ups').using('gin', COMPANY_WORDS).where(sql`entity = 'sign_up'`),
    index('search_documents_conversations').using('gin', COMPANY_WORDS).where(sql`entity = 'conversation'`),
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
