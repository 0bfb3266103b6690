import { sql } from 'drizzle-orm';
import { bigint, check, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { timestamptz } from './_columns.ts';

/** How a company writes to its abonents. Without a row: by Kafka, and nothing is answered by itself. */
export const messagingPolicies = pgTable(
  'messaging_policies',
  {
    companyId: bigint({ mode: 'bigint' }).primaryKey(),
    /** Through MESSAGES_OUT, or one call of RosDomofon's REST for each message. */
    sendBy: text({ enum: ['kafka', 'rest'] }).notNull(),
    /** Time zone, hours, texts. Shape: packages/domain. Null: nothing is answered by itself. */
    autoReplies: jsonb(),
    version: integer().notNull().default(1),
    updatedBy: text().notNull(),
    updatedAt: timestamptz().notNull().defaultNow(),
  },
  () => [check('messaging_policies_send_by', sql`send_by in ('kafka', 'rest')`)],
);
