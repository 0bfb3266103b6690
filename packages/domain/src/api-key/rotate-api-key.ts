import { addAuditEntry, rotateApiKey as rotate, type Store } from '@domovoy/store';
import { type ApiKeyEnvironment, formatApiKey, hashSecret, newApiKey } from './api-key-text.ts';

/** Long enough to bring the new one to every program that has the old one. */
const OVERLAP_MS = 24 * 3_600_000;

/**
 * A new secret for the same key; the old one works for 24 hours more, one before that no longer. Null: the company has
 * no such key, or it is revoked.
 */
export async function rotateApiKey(
  store: Store,
  {
    actor,
    environment,
    ...key
  }: { companyId: bigint; publicId: string; actor: string; environment: ApiKeyEnvironment },
): Promise<{ key: string } | null> {
  const parts = { ...newApiKey(environment), publicId: key.publicId };
  const isDone = await store.transaction(async (tx) => {
    const row = await rotate(tx, { ...key, secretHash: hashSecret(parts.secret), overlapMs: OVERLAP_MS });
    if (row === null) return false;
    const entry = { companyId: key.companyId, actor, action: 'api_key.rotate', entity: 'api_key' };
    await addAuditEntry(tx, {
      ...entry,
      entityId: row.id,
      details: { publicId: row.publicId },
      after: { previousUntil: row.previousUntil },
    });
    return true;
  });
  return isDone ? { key: formatApiKey(parts) } : null;
}
