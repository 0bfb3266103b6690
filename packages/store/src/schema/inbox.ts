import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { createdAt, reference, timestamptz } from './_columns.ts';
import { integrations } from './integration.ts';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** (integration, topic, epoch) once, so that the inbox key is 16 bytes wide instead of carrying the topic's name. */
export const inboxSources = pgTable(
  'inbox_sources',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    integrationId: bigint({ mode: 'bigint' })
      .notNull()
      .references(() => integrations.id),
    topic: text().notNull(),
    /** Counts how often the topic was created anew: the same offsets then carry other records. */
    epoch: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [unique('inbox_sources_topic').on(t.integrationId, t.topic, t.epoch)],
);

/** Every event that came in: deduplication, event log and dead letters in one. */
export const inboxEvents = pgTable(
  'inbox_events',
  {
    sourceId: integer().notNull(),
    partition: integer().notNull(),
    offset: bigint({ mode: 'bigint' }).notNull(),
    companyId: reference(),
    /** CRC-32 of the raw value and the record's timestamp: other content at known coordinates = a new epoch. */
    hash: bigint({ mode: 'bigint' }).notNull(),
    state: text({ enum: ['pending', 'done', 'dead'] })
      .notNull()
      .default('done'),
    /** Identity of events that come without coordinates (hooks). */
    key: text(),
    /** As it arrived. Text, not jsonb: cheaper, and jsonb refuses U+0000 and lone surrogates. */
    payload: text(),
    /** Dead events: the bytes of the value (null: a tombstone), because they need not be valid text. */
    raw: bytea(),
    /** Sealed: tokens that came with the event. Emptied when it is done. */
    secrets: bytea(),
    /** Dead events: what is wrong, where, in words for a person. */
    reason: text(),
    /** Dead events: the record's own time; null when it is none that can be kept. */
    timestampMs: bigint({ mode: 'number' }),
    /** Of an event that was dead and was taken in when somebody asked for it: who, as in the trail. */
    reprocessedBy: text(),
    reprocessedAt: timestamptz(),
    receivedAt: timestamptz().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.partition, t.offset] }),
    index('inbox_events_open').on(t.companyId, t.receivedAt).where(sql`state <> 'done'`),
    index('inbox_events_reprocessed').on(t.companyId, t.receivedAt).where(sql`reprocessed_at is not null`),
    // Dead ones by their cause, which is the reason without its numbers (issue/event-issues.ts), and within one by time.
    index('inbox_events_dead')
      .on(
        t.companyId,
        t.sourceId,
        sql`(left(regexp_replace(coalesce(reason, ''), '[0-9]+', '#', 'g'), 200) collate "C")`,
        t.receivedAt,
      )
      .where(sql`state = 'dead'`),
    // Hooks only: Kafka's events are done when they are in.
    index('inbox_events_pending').on(t.sourceId, t.offset).where(sql`state = 'pending'`),
    uniqueIndex('inbox_events_key').on(t.sourceId, t.key).where(sql`key is not null`),
    check('inbox_events_state', sql`state in ('pending', 'done', 'dead')`),
  ],
);
