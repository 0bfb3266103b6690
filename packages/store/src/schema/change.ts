import { sql } from 'drizzle-orm';
import { bigint, customType, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAt, reference, timestamptz } from './_columns.ts';

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * The one feed. Readers page by (xid, id) below the oldest transaction still running: commit order, so that no
 * row is missed when an older transaction commits late.
 */
export const changes = pgTable(
  'changes',
  {
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    id: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity(),
    companyId: reference(),
    entity: text({
      enum: [
        'sign_up',
        'conversation',
        'message',
        'account',
        'entrance',
        'flat',
        'service',
        'service_connection',
        'sync_run',
        'delivery',
        'delivery_target',
        'job',
        'integration',
        'canned_response',
      ],
    }).notNull(),
    entityId: reference(),
    op: text({ enum: ['added', 'changed'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.xid, t.id] })],
);

/** A cursor names its epoch: another cluster or timeline starts transaction ids over, or takes some back. */
export const feedEpochs = pgTable('feed_epochs', {
  epoch: integer().primaryKey().generatedAlwaysAsIdentity(),
  systemIdentifier: text().notNull(),
  timeline: integer().notNull(),
  startedAt: createdAt(),
  /** Where what has been forgotten of it ends: a cursor before that is told of a gap. Null: nothing has. */
  forgottenXid: xid8(),
  forgottenId: bigint({ mode: 'bigint' }),
});

/** Where the feed stood at a time: rows of the feed carry none, and are forgotten by age all the same. */
export const feedMarks = pgTable(
  'feed_marks',
  {
    epoch: integer().notNull(),
    at: timestamptz().notNull().defaultNow(),
    xid: xid8().notNull(),
    id: bigint({ mode: 'bigint' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.epoch, t.at] })],
);
