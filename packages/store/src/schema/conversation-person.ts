import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { reference, timestamptz } from './_columns.ts';

/** Up to where a person has read a conversation. A person is `user:…` or `api-key:<public id>`, as everywhere. */
export const conversationReads = pgTable(
  'conversation_reads',
  {
    conversationId: reference(),
    person: text().notNull(),
    companyId: reference(),
    /** The newest message that they have seen. */
    upToMessageId: reference(),
    readAt: timestamptz().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.person] })],
);

/**
 * From which message on a person's unread ones are counted: the newest that there was when they first marked anything
 * as read. Who is new in a company of years has not to read years.
 */
export const messageReaders = pgTable(
  'message_readers',
  {
    companyId: reference(),
    person: text().notNull(),
    sinceMessageId: bigint({ mode: 'bigint' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.person] })],
);

/** What a person has begun to write and not sent. */
export const conversationDrafts = pgTable(
  'conversation_drafts',
  {
    conversationId: reference(),
    person: text().notNull(),
    companyId: reference(),
    text: text().notNull(),
    updatedAt: timestamptz().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.person] })],
);
