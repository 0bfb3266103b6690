import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { bytewiseText, createdAt, id, reference, timestamptz } from './_columns.ts';

/**
 * An effect outside the process, as a row before anything is sent. Its state moves only as the transition table of
 * packages/domain says. No foreign keys: the statement that writes both sides is the guarantee.
 */
export const deliveries = pgTable(
  'deliveries',
  {
    id: id(),
    companyId: reference(),
    /** The target. */
    integrationId: reference(),
    /** Moves on with every claim and every settling: who holds an older one changes nothing any more. */
    fence: bigint({ mode: 'bigint' }).notNull().default(sql`0`),
    /** Of a redelivery: the first one of its line. */
    originalDeliveryId: bigint({ mode: 'bigint' }),
    /** The newest delivery that was made to repeat this one. */
    redeliveryId: bigint({ mode: 'bigint' }),
    /** Attempts that counted; what a target refused for its own quota does not. */
    attempts: integer().notNull().default(0),
    maxAttempts: integer().notNull(),
    /** How many attempts ended without anybody knowing whether they had an effect. */
    ambiguousAttempts: integer().notNull().default(0),
    dueAt: timestamptz().notNull().defaultNow(),
    leaseUntil: timestamptz(),
    createdAt: createdAt(),
    settledAt: timestamptz(),
    /** By what its handler is found: packages/domain/src/deliveries. */
    kind: bytewiseText().notNull(),
    /** What it is about (`sign_up:7`). Those of one target and subject are sent one after the other, by id. */
    subject: bytewiseText().notNull(),
    /** Unique with target and kind: enqueued twice, it is there once. */
    dedupeKey: bytewiseText().notNull(),
    state: text({ enum: ['pending', 'leased', 'delivered', 'dead', 'skipped'] })
      .notNull()
      .default('pending'),
    /** The worker that has it. */
    leasedBy: text(),
    lastErrorCode: text(),
    /** Ids and small facts; the handler reads the rows again. */
    payload: jsonb().notNull().default({}),
    result: jsonb(),
    /** Who asked for it by hand; null: the workflow. */
    requestedBy: text(),
    /** Who cancelled it. */
    settledBy: text(),
    /** W3C trace context of what caused it. */
    traceparent: text(),
  },
  (t) => [
    unique('deliveries_dedupe').on(t.integrationId, t.kind, t.dedupeKey),
    // The claim's walk from subject to subject.
    index('deliveries_open').on(t.integrationId, t.subject, t.id).where(sql`state in ('pending', 'leased')`),
    // Is anything due, when will something be, how old is the backlog.
    index('deliveries_due').on(t.integrationId, t.dueAt).where(sql`state = 'pending'`),
    index('deliveries_leased').on(t.leaseUntil).where(sql`state = 'leased'`),
    // Without the id, which the list is ordered by as well: since Postgres 18 an index whose last column is the id may be
    // walked through as a whole to find a few ids, when the plan was made on an empty table.
    index('deliveries_list').on(t.companyId, t.state, t.createdAt),
    // Of the open ones deliveries_open finds a subject: one index entry in a delivery's life instead of three.
    index('deliveries_subject')
      .on(t.companyId, t.subject, t.id)
      .where(sql`state in ('delivered', 'dead', 'skipped')`),
    index('deliveries_original').on(t.originalDeliveryId).where(sql`original_delivery_id is not null`),
    // What is dead and was not sent again, by its cause: from cause to cause, and within one by time. Nothing else is in it.
    // The code once more, as it is: by its expression alone Postgres does not count without reading the rows, 100 ms for
    // 120,000 instead of 28. Without the company, by which an uncounted table would be read through deliveries_list.
    index('deliveries_dead')
      .on(
        t.integrationId,
        t.kind,
        sql`(coalesce(last_error_code, '') collate "C")`,
        t.settledAt,
        t.lastErrorCode,
      )
      .where(sql`state = 'dead' and redelivery_id is null`),
    check('deliveries_state', sql`state in ('pending', 'leased', 'delivered', 'dead', 'skipped')`),
  ],
);

/** What was tried: one row per lease that came to an attempt. */
export const deliveryAttempts = pgTable(
  'delivery_attempts',
  {
    deliveryId: reference(),
    /** The fence under which it was made. */
    fence: bigint({ mode: 'bigint' }).notNull(),
    companyId: reference(),
    endedAt: timestamptz().notNull().defaultNow(),
    /** By the worker's monotonic clock; null: the worker never told, its lease ran out. */
    durationMs: integer(),
    outcome: text({ enum: ['delivered', 'retry', 'dead', 'ambiguous', 'skipped'] }).notNull(),
    errorCode: text(),
    worker: text().notNull(),
    /** What was sent and answered, redacted and cut to size before it came here. */
    request: jsonb(),
    response: jsonb(),
    /** What the worker told after its lease was lost; it changed nothing, but something may have been sent twice. */
    lateOutcome: text({ enum: ['delivered', 'retry', 'dead', 'ambiguous', 'skipped'] }),
  },
  (t) => [
    primaryKey({ columns: [t.deliveryId, t.fence] }),
    // For statistics: attempts come in the order of this time, so that ranges of pages are enough, which cost them least.
    index('delivery_attempts_ended')
      .using('brin', t.endedAt)
      .with({ pages_per_range: 16, autosummarize: true }),
    check(
      'delivery_attempts_outcome',
      sql`outcome in ('delivered', 'retry', 'dead', 'ambiguous', 'skipped')`,
    ),
  ],
);

/**
 * How sending to an integration stands. A row appears when there is something to say. What a person decided and what
 * the target asked for are apart: the one never ends the other.
 */
export const deliveryTargets = pgTable('delivery_targets', {
  integrationId: bigint({ mode: 'bigint' }).primaryKey(),
  companyId: reference(),
  /** A person paused it: until a person resumes it. */
  pausedAt: timestamptz(),
  pausedBy: text(),
  pauseReason: text(),
  /** The target asked for a rest (Retry-After, a spent quota). */
  quotaUntil: timestamptz(),
  quotaCode: text(),
  /** As its owner sees it. */
  breaker: text({ enum: ['closed', 'open', 'half_open'] })
    .notNull()
    .default('closed'),
  breakerCode: text(),
  /** When the owner asks an open one again. */
  breakerUntil: timestamptz(),
  usedPerSecond: doublePrecision(),
  /** Null: no limit is known. */
  allowedPerSecond: doublePrecision(),
  reportedAt: timestamptz(),
});
