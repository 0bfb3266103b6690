import { sql } from 'drizzle-orm';
import { bigint, check, customType, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, id, timestamptz } from './_columns.ts';
import { companies } from './company.ts';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** One row per consumer process. Its lease covers all that it owns: one heartbeat per process, not one per integration. */
export const workers = pgTable('workers', {
  id: text().primaryKey(),
  leaseUntil: timestamptz().notNull(),
});

/** A service that a company is connected to, and which worker looks after it at the moment. */
export const integrations = pgTable(
  'integrations',
  {
    id: id(),
    companyId: bigint({ mode: 'bigint' })
      .notNull()
      .references(() => companies.id),
    kind: text({ enum: ['rosdomofon', 'bitrix24'] }).notNull(),
    /** As people call it; null: by its kind. */
    name: text(),
    /** The one of `environment` takes its access from the environment of the process; the others carry it here. */
    origin: text({ enum: ['environment', 'stored'] }).notNull(),
    /** What is not secret: brokers, group id, user name. Shape by kind: packages/domain. */
    config: jsonb().notNull().default({}),
    /** AES-256-GCM under ENCRYPTION_KEY; null when there is nothing secret. */
    secrets: bytea(),
    /** What the service renews by itself: OAuth tokens, encrypted likewise. No part of the access: work does not begin anew for it. */
    tokens: bytea(),
    state: text({ enum: ['active', 'shadow', 'paused', 'broken'] })
      .notNull()
      .default('active'),
    /** Why it is broken, in words for a person. */
    stateReason: text(),
    /** The same as a code. */
    stateCode: text(),
    stateAt: timestamptz().notNull().defaultNow(),
    /** What the last live check found. Shape by kind: packages/domain. */
    checks: jsonb(),
    checkedAt: timestamptz(),
    /** Up to where is read what is looked at regularly: offline queues, reconciles. Shape by kind: packages/domain. */
    progress: jsonb().notNull().default({}),
    /** workers.id; no foreign key: a dead worker's row may vanish first. */
    owner: text(),
    /** Moves on with every take-over: what an earlier owner still tries is refused. */
    ownerFence: bigint({ mode: 'bigint' }).notNull().default(sql`0`),
    createdAt: createdAt(),
  },
  (t) => [
    index('integrations_owner').on(t.owner),
    uniqueIndex('integrations_environment').on(t.companyId, t.kind).where(sql`origin = 'environment'`),
    check('integrations_kind', sql`kind in ('rosdomofon', 'bitrix24')`),
    check('integrations_origin', sql`origin in ('environment', 'stored')`),
    check('integrations_state', sql`state in ('active', 'shadow', 'paused', 'broken')`),
  ],
);
