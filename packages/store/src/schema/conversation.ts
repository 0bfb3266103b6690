import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { coordinates, createdAt, id, reference, timestamptz } from './_columns.ts';

/** What a company and one abonent say to each other on one channel (`support`, `notification`, …). */
export const conversations = pgTable(
  'conversations',
  {
    id: id(),
    companyId: reference(),
    abonentRosdomofonId: bigint({ mode: 'bigint' }).notNull(),
    channel: text().notNull(),
    state: text({ enum: ['open', 'pending', 'resolved'] })
      .notNull()
      .default('open'),
    /** Messages from the abonent that nobody has read yet. */
    unread: integer().notNull().default(0),
    lastMessageAt: timestamptz().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('conversations_abonent').on(t.companyId, t.abonentRosdomofonId, t.channel),
    index('conversations_list').on(t.companyId, t.state, t.lastMessageAt, t.id),
    check('conversations_state', sql`state in ('open', 'pending', 'resolved')`),
  ],
);

export const messages = pgTable(
  'messages',
  {
    id: id(),
    companyId: reference(),
    conversationId: reference(),
    direction: text({ enum: ['in', 'out'] }).notNull(),
    state: text({ enum: ['received', 'queued', 'sent', 'failed'] }).notNull(),
    text: text().notNull(),
    /** The Kafka record that it came with; null for one that begins here. */
    ...coordinates(),
    /** Record time, by the producer's clock; never later than the hub's. */
    sentAt: timestamptz().notNull(),
  },
  (t) => [
    index('messages_page').on(t.conversationId, t.id),
    check('messages_direction', sql`direction in ('in', 'out')`),
    check('messages_state', sql`state in ('received', 'queued', 'sent', 'failed')`),
  ],
);
