import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id, reference, timestamptz } from './_columns.ts';

/** A text that is written often, with variables that are filled in for a conversation. */
export const cannedResponses = pgTable(
  'canned_responses',
  {
    id: id(),
    companyId: reference(),
    /** By this people find it. */
    title: text().notNull(),
    /** With `{{flat}}` and the like; which there are: packages/domain. */
    text: text().notNull(),
    version: integer().notNull().default(1),
    updatedBy: text().notNull(),
    createdAt: createdAt(),
    updatedAt: timestamptz().notNull().defaultNow(),
  },
  (t) => [index('canned_responses_list').on(t.companyId, t.id)],
);
