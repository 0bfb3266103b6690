import { pgTable, text, unique } from 'drizzle-orm/pg-core';
import { bytewiseText, id, reference, timestamptz } from './_columns.ts';

/**
 * What people decided about an issue. The issue itself is no row: it is what is dead now and died of one cause
 * (packages/store/src/issue), so that whatever revives the dead empties it.
 */
export const issueDecisions = pgTable(
  'issue_decisions',
  {
    id: id(),
    companyId: reference(),
    /** Of the cause. */
    fingerprint: bytewiseText().notNull(),
    resolvedAt: timestamptz(),
    resolvedBy: text(),
    resolvedNote: text(),
    /**
     * When the newest failure happened that could be seen then. By this a later one is told, not by the time of the decision:
     * one that was being written meanwhile began before it.
     */
    resolvedThrough: timestamptz(),
    /** Past: it is muted no more. */
    mutedUntil: timestamptz(),
    mutedBy: text(),
    mutedNote: text(),
  },
  (t) => [unique('issue_decisions_issue').on(t.companyId, t.fingerprint)],
);
