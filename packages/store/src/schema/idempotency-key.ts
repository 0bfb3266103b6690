import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAt, reference } from './_columns.ts';

/** Intentions of callers, each named by a key: asked for again within a day, it is answered and not done again. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    companyId: reference(),
    /** Made by the caller. */
    key: text().notNull(),
    /** What was asked for, by its name, and with what, as a hash: the same key with anything else is refused. */
    mutation: text().notNull(),
    inputHash: text().notNull(),
    /** Ids of what was made; written in the transaction that takes the key. */
    result: jsonb(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.key] }),
    // What is to be forgotten.
    index('idempotency_keys_age').on(t.createdAt),
  ],
);
