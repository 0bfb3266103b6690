import { type ApiKeyRow, findApiKey, type Store, touchApiKey } from '@domovoy/store';
import type { Identity } from '../access/identity.ts';
import { allowedFrom } from '../access/networks.ts';
import { ALL_PERMISSIONS, knownPermissions } from '../access/permissions.ts';
import { isSecretOf, parseApiKey } from './api-key-text.ts';

export interface ApiKeyIdentity extends Identity {
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
  if (!row || !opens(row, parts.secret, now())) return null;
  if (row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt.getTime() <= now())) return null;
  if (row.lastUsedAt === null || now() - row.lastUsedAt.getTime() > TOUCH_EVERY_MS)
    await touchApiKey(store.db, row.id);
  return {
    companyId: row.companyId,
    apiKeyId: row.id,
    publicId: row.publicId,
    actor: `api-key:${row.publicId}`,
    session: null,
    goodUntil: row.expiresAt?.getTime() ?? null,
    permissions: row.permissions === null ? ALL_PERMISSIONS : knownPermissions(row.permissions),
    isAllowedFrom: allowedFrom(row.networks),
  };
}

function opens(row: ApiKeyRow, secret: string, now: number): boolean {
  if (isSecretOf(row.secretHash, secret)) return true;
  const { previousSecretHash, previousUntil } = row;
  if (previousSecretHash === null || previousUntil === null || previousUntil.getTime() <= now) return false;
  return isSecretOf(previousSecretHash, secret);
}
