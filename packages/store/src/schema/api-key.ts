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
  createdAt: createdAt(),
  lastUsedAt: timestamptz(),
  expiresAt: timestamptz(),
  revokedAt: timestamptz(),
});
