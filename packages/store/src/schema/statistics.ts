import { integer, numeric, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { reference, timestamptz } from './_columns.ts';

const count = () => integer().notNull();

/**
 * What was attempted within an hour (UTC) at a target, of one kind. Attempts never change what they count as, so that an
 * hour is only added to; the newest minutes are counted out of delivery_attempts (src/statistics).
 */
export const deliveryHours = pgTable(
  'delivery_hours',
  {
    companyId: reference(),
    hour: timestamptz().notNull(),
    integrationId: reference(),
    kind: text().notNull(),
    delivered: count(),
    /** Attempts that failed: those to be repeated, and the last one of a delivery that died. */
    failed: count(),
    /** Deliveries that died, whatever their last attempt was. */
    dead: count(),
    /** Attempts of which nobody knows whether they had an effect. */
    ambiguous: count(),
    skipped: count(),
    /** A histogram: four buckets for each doubling of the milliseconds, as one number that sums up (src/statistics). */
    durations: numeric().notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.hour, t.integrationId, t.kind] })],
);

/** Up to which moment what was attempted stands in delivery_hours. One row: `id` is 1. */
export const deliveryHoursCursor = pgTable('delivery_hours_cursor', {
  id: smallint().primaryKey(),
  countedTo: timestamptz().notNull(),
});
