import { sql } from 'drizzle-orm';
import { bigint, boolean, check, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { reference, timestamptz } from './_columns.ts';
import { rosdomofonReference } from './_mirror.ts';

/** What the hub knows and means to do about a sign-up: one row from its first look for an entrance on. */
export const signUpPlans = pgTable('sign_up_plans', {
  signUpId: bigint({ mode: 'bigint' }).primaryKey(),
  companyId: reference(),
  /** Entrances that may be it, best first, with score, reasons and evidence. Shape: packages/domain. */
  suggestions: jsonb().notNull().default([]),
  /** Chosen, by the workflow or by a person. */
  entranceRosdomofonId: rosdomofonReference(),
  addressLine: text(),
  flat: text(),
  isVirtual: boolean(),
  /** The services to connect: id, name, type. */
  services: jsonb().notNull().default([]),
  /** A person, or `workflow`. */
  decidedBy: text(),
  /** What the steps found or made. */
  accountRosdomofonId: rosdomofonReference(),
  accountNumber: text(),
  ownerRosdomofonId: rosdomofonReference(),
  flatRosdomofonId: rosdomofonReference(),
  /** In a person's words. */
  rejectedReason: text(),
  /** A person's decision: until then nothing is done about it, and it can be taken back. Null: nothing to take back. */
  heldUntil: timestamptz(),
  /** What taking the last decision back brings back. Shape: packages/domain. */
  beforeDecision: jsonb(),
  updatedAt: timestamptz().notNull().defaultNow(),
});

const STEPS = [
  'started',
  'account',
  'flat',
  'connections',
  'status',
  'welcome',
  'refusal',
  'block_connections',
  'block_account',
] as const;

/** The steps of a sign-up that were begun. */
export const signUpSteps = pgTable(
  'sign_up_steps',
  {
    signUpId: reference(),
    step: text({ enum: STEPS }).notNull(),
    companyId: reference(),
    state: text({ enum: ['waiting', 'done', 'skipped', 'failed'] }).notNull(),
    /** What does it, or did it last. */
    deliveryId: reference(),
    /** Why it was skipped or failed. */
    errorCode: text(),
    /** Ids of what was found or made. */
    result: jsonb(),
    startedAt: timestamptz().notNull().defaultNow(),
    settledAt: timestamptz(),
  },
  (t) => [
    primaryKey({ columns: [t.signUpId, t.step] }),
    check('sign_up_steps_step', sql.raw(`step in (${STEPS.map((step) => `'${step}'`).join(', ')})`)),
    check('sign_up_steps_state', sql`state in ('waiting', 'done', 'skipped', 'failed')`),
  ],
);

/** How a company has its sign-ups worked on. Without a row: every one is shown to a person. */
export const signUpPolicies = pgTable(
  'sign_up_policies',
  {
    companyId: bigint({ mode: 'bigint' }).primaryKey(),
    /** automatic: what is certain is done. review: a person approves each. */
    mode: text({ enum: ['automatic', 'review'] }).notNull(),
    /** Who asked before that is left alone: the topics tell of years. */
    startsAt: timestamptz().notNull(),
    /** Services, texts, statuses, quiet hours. Shape: packages/domain. */
    rules: jsonb().notNull(),
    version: integer().notNull().default(1),
    updatedBy: text().notNull(),
    updatedAt: timestamptz().notNull().defaultNow(),
  },
  () => [check('sign_up_policies_mode', sql`mode in ('automatic', 'review')`)],
);
