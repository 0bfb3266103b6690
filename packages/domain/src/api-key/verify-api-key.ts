import { findApiKey, type Store, touchApiKey } from '@domovoy/store';
import { isSecretOf, parseApiKey } from './api-key-text.ts';

export interface ApiKeyIdentity {
  readonly companyId: bigint;
  readonly apiKeyId: bigint;
  /** The part of the key that is no secret: by it people tell keys apart. */
  readonly publicId: string;
}

/** `last_used_at` is for people: a write per minute and key is exact enough. */
const TOUCH_EVERY_MS = 60_000;

/** Null for a key that is malformed, unknown, revoked or expired; which of them is nobody's business. */
export async function verifyApiKey(
  store: Store,
  text: string,
  now: () => number = Date.now,
): Promise<ApiKeyIdentity | null> {
  const parts = parseApiKey(text);
  if (!parts) return null;
  const row = await findApiKey(store.db, parts.publicId);
  if (!row || !isSecretOf(row.secretHash, parts.secret)) return null;
  if (row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt.getTime() <= now())) return null;
  if (row.lastUsedAt === null || now() - row.lastUsedAt.getTime() > TOUCH_EVERY_MS)
    await touchApiKey(store.db, row.id);
  return { companyId: row.companyId, apiKeyId: row.id, publicId: row.publicId };
}
