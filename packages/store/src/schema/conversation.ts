import { type SQL, sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { coordinates, createdAt, id, reference, timestamptz } from './_columns.ts';

/**
 * The quarter of an hour in which a time lies. The conversations' list is indexed by it: an index on the time itself
 * would get an entry with every message, and so would the two keys (no HOT update), 8 to 14 of 43 to 54 µs per message.
 */
export const quarterOf = (time: SQL): SQL =>
  sql`date_bin('15 minutes', ${time}, timestamptz '2000-01-01 00:00:00+00')`;

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
    /** The person or key that looks after it; null: nobody in particular. */
    assignee: text(),
    lastMessageAt: timestamptz().notNull(),
    lastMessageQuarter: timestamptz().generatedAlwaysAs(quarterOf(sql`last_message_at`)),
    createdAt: createdAt(),
    /** Set aside until then; null: it is not. A message of the abonent ends it. */
    snoozedUntil: timestamptz(),
    snoozedBy: text(),
  },
  (t) => [
    unique('conversations_abonent').on(t.companyId, t.abonentRosdomofonId, t.channel),
    index('conversations_list').on(t.companyId, t.state, t.lastMessageQuarter),
    // Few at any time. A message that changes nothing of it leaves the index alone (HOT).
    index('conversations_snoozed').on(t.snoozedUntil).where(sql`snoozed_until is not null`),
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
    /**
     * Record time, by the producer's clock; never later than the hub's. Of one that begins here: when it was queued, to
     * the millisecond, never twice in a conversation. Its record carries the same time, by which it is known again.
     */
    sentAt: timestamptz().notNull(),
    /** Who had it sent from here: a person or key, `workflow`, `auto-reply:<rule>`; null: it came with a topic. */
    author: text(),
    /** As it is shown: an operator of the CRM, who is no user of ours. */
    authorName: text(),
    /** Why it failed: a code, and what the service said about it. */
    failureCode: text(),
    failureReason: text(),
    /** It may have reached the abonent, or not: an attempt ended without an answer. Seen in its topic, it is sent. */
    isOutcomeUnknown: boolean().notNull().default(false),
  },
  (t) => [
    index('messages_page').on(t.conversationId, t.id),
    // What comes in through topics has no author, and costs nothing here.
    index('messages_own').on(t.conversationId, t.sentAt).where(sql`author is not null`),
    check('messages_direction', sql`direction in ('in', 'out')`),
    check('messages_state', sql`state in ('received', 'queued', 'sent', 'failed')`),
  ],
);
