import { doublePrecision, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * What callers have spent in all processes of the API, and of apps/hooks: buckets that leak. Nothing but counters, so it
 * belongs to no company, and may be emptied at any time. A row that nobody wrote for a day is forgotten.
 */
export const budgetSpendings = pgTable('budget_spendings', {
  /** As they count: a key, a person, `hook:` and `hook-claim:` with an integration's id. */
  caller: text().primaryKey(),
  /** At `at`, by the leak of whoever wrote it last. */
  points: doublePrecision().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
});
