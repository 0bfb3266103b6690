import { sql } from 'drizzle-orm';
import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id, timestamptz } from './_columns.ts';
import { companies } from './company.ts';

/** Access for a program: `dmv_<environment>_<public id>_<secret>`. The secret itself is nowhere in the store. */
export const apiKeys = pgTable('api_keys', {
  id: id(),
  companyId: bigint({ mode: 'bigint' })
    .notNull()
    .references(() => companies.id),
  /** The 12 characters by which the key is found; not secret. */
  publicId: text().notNull().unique('api_keys_public_id'),
  /** SHA-256 of the secret, hex. The secret has 192 random bits, so a slow hash would protect nothing. */
  secretHash: text().notNull(),
  name: text().notNull(),
  /** Names of permissions; null: everything, also what will be added. Keys of the command line are such. */
  permissions: text().array(),
  /** Addresses and CIDR blocks that it may be used from; empty: any. */
  networks: text().array().notNull().default(sql`'{}'`),
  /** `api-key:<public id>`, `cli`; null: made before this was written down. */
  createdBy: text(),
  /** After a rotation: what the secret was, and until when it works beside the new one. */
  previousSecretHash: text(),
  previousUntil: timestamptz(),
  createdAt: createdAt(),
  lastUsedAt: timestamptz(),
  expiresAt: timestamptz(),
  revokedAt: timestamptz(),
});
