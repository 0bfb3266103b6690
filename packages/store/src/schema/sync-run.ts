import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { createdAt, id, reference, timestamptz } from './_columns.ts';
import { rosdomofonReference } from './_mirror.ts';
import { integrations } from './integration.ts';

/** An object that the hub could not read; the run goes on without it. */
export interface SyncProblem {
  readonly phase: string;
  /** RosDomofon's id of it, when at least that could be read. */
  readonly rosdomofonId: string | null;
  /** What is wrong, where, in words for a person; no personal data. */
  readonly reason: string;
}

/** What a preview found to be another thing than the mirror has it. */
export interface SyncDifference {
  readonly entity: 'service' | 'entrance' | 'account' | 'flat' | 'service_connection';
  readonly change: 'added' | 'changed' | 'vanished';
  readonly rosdomofonId: string;
  /** Name, number or address; null: it has none. */
  readonly label: string | null;
  /** Columns whose value is another; of those that changed. */
  readonly fields: readonly string[];
}

/** A reading of RosDomofon into the mirror: a row first, then the owner of the integration works on it. */
export const syncRuns = pgTable(
  'sync_runs',
  {
    id: id(),
    companyId: reference(),
    integrationId: bigint({ mode: 'bigint' })
      .notNull()
      .references(() => integrations.id),
    /**
     * full: everything by the few bulk calls. account: one with its balance, flats and connections. preview: as a full one, but
     * into a copy of the mirror, which is thrown away.
     */
    kind: text({ enum: ['full', 'account', 'preview'] }).notNull(),
    /** Of kind `account`: which one. */
    accountRosdomofonId: rosdomofonReference(),
    /** Moves only through the transition table of packages/domain. */
    state: text({ enum: ['queued', 'running', 'completed', 'failed', 'cancelled'] })
      .notNull()
      .default('queued'),
    /** What is being read; null before the beginning. */
    phase: text({ enum: ['services', 'entrances', 'accounts', 'connections', 'flats', 'account'] }),
    /** Objects read in this phase. */
    done: integer().notNull().default(0),
    /** How many the phase has; an estimate by the mirror where the answer does not say; null: nobody knows. */
    total: integer(),
    /** From where the next owner goes on when this one dies. Shape: packages/domain. */
    checkpoint: jsonb().notNull().default({}),
    /** The first hundred objects that could not be read; how many there are stands in sync_run_counts. */
    problems: jsonb().$type<readonly SyncProblem[]>().notNull().default([]),
    /** Of a preview: some of each kind of object and change. */
    differences: jsonb().$type<readonly SyncDifference[]>().notNull().default([]),
    /** Moves on with every take-over: what an earlier owner still tries to write is refused. */
    fence: bigint({ mode: 'bigint' }).notNull().default(sql`0`),
    /** Why it failed, or what it waits for while it is running. */
    errorCode: text(),
    errorMessage: text(),
    /** `schedule`, `cli` or `api-key:<public id>`. */
    requestedBy: text().notNull(),
    createdAt: createdAt(),
    startedAt: timestamptz(),
    /** Of the last step forward. */
    progressAt: timestamptz(),
    finishedAt: timestamptz(),
  },
  (t) => [
    // Accounts are refreshed far more often than everything is imported: a list of full runs must not read those.
    index('sync_runs_list').on(t.companyId, t.kind, t.id),
    index('sync_runs_integration').on(t.integrationId, t.kind, t.id),
    // One full run of an integration at a time: whoever asks for one joins the one that waits or runs.
    uniqueIndex('sync_runs_full')
      .on(t.integrationId)
      .where(sql`kind = 'full' and state in ('queued', 'running')`),
    uniqueIndex('sync_runs_preview')
      .on(t.integrationId)
      .where(sql`kind = 'preview' and state in ('queued', 'running')`),
    uniqueIndex('sync_runs_account')
      .on(t.integrationId, t.accountRosdomofonId, t.state)
      .where(sql`kind = 'account' and state in ('queued', 'running')`),
    check('sync_runs_kind', sql`kind in ('full', 'account', 'preview')`),
    check('sync_runs_subject', sql`(kind = 'account') = (account_rosdomofon_id is not null)`),
    check('sync_runs_state', sql`state in ('queued', 'running', 'completed', 'failed', 'cancelled')`),
    check(
      'sync_runs_phase',
      sql`phase in ('services', 'entrances', 'accounts', 'connections', 'flats', 'account')`,
    ),
  ],
);

/** What a run found, by kind of object; written at the end of each phase. */
export const syncRunCounts = pgTable(
  'sync_run_counts',
  {
    runId: reference(),
    companyId: reference(),
    entity: text({ enum: ['service', 'entrance', 'account', 'flat', 'service_connection'] }).notNull(),
    added: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    same: integer().notNull().default(0),
    vanished: integer().notNull().default(0),
    /** Objects that could not be read. */
    unreadable: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.runId, t.entity] })],
);
