import { bigint, customType, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAt, reference, timestamptz } from './_columns.ts';

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/** How a company's rows become contacts, deals and products: the newest version counts. Without a row: the default. */
export const fieldMappings = pgTable(
  'field_mappings',
  {
    integrationId: reference(),
    version: integer().notNull(),
    companyId: reference(),
    /** Shape: packages/domain/src/crm/mapping. */
    mapping: jsonb().notNull(),
    savedBy: text().notNull(),
    savedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.integrationId, t.version] })],
);

/** What a portal has: fields, pipelines, stages, sources. Loaded by a delivery; mappings are judged by it. */
export const crmCatalogues = pgTable('crm_catalogues', {
  integrationId: bigint({ mode: 'bigint' }).primaryKey(),
  companyId: reference(),
  /** Shape: packages/domain/src/crm/mapping. */
  content: jsonb().notNull(),
  loadedAt: timestamptz().notNull().defaultNow(),
});

/**
 * Up to where a CRM was told what the feed says. Moves in the transaction that enqueues the deliveries: no change is
 * lost between the two, and none is told of twice.
 */
export const crmCursors = pgTable('crm_cursors', {
  integrationId: bigint({ mode: 'bigint' }).primaryKey(),
  companyId: reference(),
  /** Of the feed; in another one what changed since `updated_at` is told again. */
  epoch: integer().notNull(),
  xid: xid8().notNull(),
  changeId: bigint({ mode: 'bigint' }).notNull(),
  /** What was there before the portal: sign-ups that were asked for since then are told, oldest first; null: none, or all are. */
  backfillSince: timestamptz(),
  /** The last sign-up that was told so. */
  backfillAfter: bigint({ mode: 'bigint' }),
  /** The feed had forgotten something before the cursor read it, or began anew: what changed from then … */
  missedSince: timestamptz(),
  /** … until then, when that was noticed, is told anew, row by row. Null: that never happened. */
  missedUntil: timestamptz(),
  /** A code of packages/domain. */
  missedReason: text(),
  /** Rows of which entity are told so now; null: all that was missed is told. */
  missedEntity: text(),
  /** The last of them that was told. */
  missedAfter: bigint({ mode: 'bigint' }),
  updatedAt: timestamptz().notNull().defaultNow(),
});

/** A subject that a person has to decide about in the CRM: several contacts have the phone. */
export const crmReviews = pgTable(
  'crm_reviews',
  {
    integrationId: reference(),
    companyId: reference(),
    entity: text().notNull(),
    entityId: reference(),
    /** A code of packages/domain. */
    reason: text().notNull(),
    /** Ids to choose from. */
    candidates: jsonb().notNull().default([]),
    createdAt: createdAt(),
    resolvedAt: timestamptz(),
    resolvedBy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.integrationId, t.entity, t.entityId] }),
    index('crm_reviews_list').on(t.companyId, t.createdAt),
  ],
);
