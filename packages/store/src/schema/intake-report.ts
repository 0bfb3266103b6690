import { bigint, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { reference, timestamptz } from './_columns.ts';

/** Of one partition, as its reader saw it. Offsets are texts: a number of JSON holds 53 bits. */
export interface ReportedPartition {
  readonly topic: string;
  readonly partition: number;
  /** Offset of the next record to handle; null: not known yet. */
  readonly position: string | null;
  /** Offset that the next record to be written will get; null: not known yet. */
  readonly end: string | null;
  /** Attempts in a row that could not be stored. */
  readonly failures: number;
  /**
   * What was there so long before the report is not all handled yet; null: nothing waits, or nobody knows. A time that
   * passed, because clocks of processes differ.
   */
  readonly waitingForMs: number | null;
}

/**
 * How the intake of an integration stands, as its owner noted it last: what only the memory of a consumer and the broker
 * know, for those who ask neither. One narrow row for each integration, written at most once a second.
 */
export const intakeReports = pgTable('intake_reports', {
  integrationId: bigint({ mode: 'bigint' }).primaryKey(),
  companyId: reference(),
  /** As kafka-client names it. */
  state: text({
    enum: ['starting', 'running', 'paused', 'waiting', 'closing', 'closed', 'failed', 'broken'],
  }).notNull(),
  /** Since when it is in this state with this code. */
  stateAt: timestamptz().notNull().defaultNow(),
  errorCode: text(),
  partitions: jsonb().$type<readonly ReportedPartition[]>().notNull(),
  reportedAt: timestamptz().notNull().defaultNow(),
});
