import { sql } from 'drizzle-orm';
import { bigint, check, customType, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAt, reference, timestamptz } from './_columns.ts';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** By what the events of an integration are known to be its own: hashes only. */
export const hookTokens = pgTable(
  'hook_tokens',
  {
    integrationId: reference(),
    tokenHash: bytea().notNull(),
    origin: text({ enum: ['outgoing_webhook', 'application'] }).notNull(),
    /** The portal whose token it is; null: an outgoing webhook, which a person entered. */
    memberId: text(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.integrationId, t.tokenHash] }),
    check('hook_tokens_origin', sql`origin in ('outgoing_webhook', 'application')`),
  ],
);

/** How often an event was refused, and why. */
export const hookRefusals = pgTable(
  'hook_refusals',
  {
    integrationId: reference(),
    companyId: reference(),
    reason: text().notNull(),
    count: bigint({ mode: 'bigint' }).notNull().default(sql`0`),
    lastAt: timestamptz(),
  },
  (t) => [primaryKey({ columns: [t.integrationId, t.reason] })],
);

/** An authorisation on its way: who comes back with this state was sent by us. */
export const oauthStates = pgTable('oauth_states', {
  stateHash: bytea().primaryKey(),
  integrationId: reference(),
  companyId: reference(),
  requestedBy: text().notNull(),
  createdAt: createdAt(),
  usedAt: timestamptz(),
});
