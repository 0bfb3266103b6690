import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id, reference, timestamptz } from './_columns.ts';

/** Long work that somebody asked for: a row first, then any process of apps/consumer works on it, piece by piece. */
export const jobs = pgTable(
  'jobs',
  {
    id: id(),
    companyId: reference(),
    /** By what its handler is found: packages/domain/src/jobs. */
    kind: text().notNull(),
    /** Moves only through the transition table of packages/domain. */
    state: text({ enum: ['queued', 'running', 'completed', 'failed', 'cancelled'] })
      .notNull()
      .default('queued'),
    /** What was asked for. Shape: its kind's. */
    input: jsonb().notNull(),
    /** Of the things it is about: those that are done, those that could not be, and all of them (null: nobody knows). */
    done: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    total: integer(),
    /** From where the next worker goes on when this one dies; written with what it tells of, in one transaction. */
    checkpoint: jsonb().notNull().default({}),
    result: jsonb(),
    errorCode: text(),
    errorMessage: text(),
    requestedBy: text().notNull(),
    cancelledBy: text(),
    /** The process that works on it, and until when it is that one's alone. */
    worker: text(),
    leaseUntil: timestamptz(),
    /** Moves on with every take-over: what an earlier worker still tries to write is refused. */
    fence: bigint({ mode: 'bigint' }).notNull().default(sql`0`),
    createdAt: createdAt(),
    startedAt: timestamptz(),
    progressAt: timestamptz(),
    finishedAt: timestamptz(),
  },
  (t) => [
    index('jobs_list').on(t.companyId, t.id),
    index('jobs_open').on(t.id).where(sql`state in ('queued', 'running')`),
    check('jobs_state', sql`state in ('queued', 'running', 'completed', 'failed', 'cancelled')`),
  ],
);
