import { doublePrecision, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * What the callers of the API have spent in all of its processes: buckets that leak. Nothing but counters, so it belongs
 * to no company, and may be emptied at any time.
 */
export const budgetSpendings = pgTable('budget_spendings', {
  /** As the API counts: a key or a person. */
  caller: text().primaryKey(),
  /** At `at`, by the leak of whoever wrote it last. */
  points: doublePrecision().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
});
