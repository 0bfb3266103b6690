import { insertApiKey, type Store } from '@domovoy/store';
import { type ApiKeyEnvironment, formatApiKey, hashSecret, newApiKey } from './api-key-text.ts';

/** The only moment at which the key exists as a whole: the store keeps the hash of its secret. */
export async function createApiKey(
  store: Store,
  options: { companyId: bigint; name: string; environment: ApiKeyEnvironment; expiresAt?: Date },
): Promise<{ key: string; apiKeyId: bigint; publicId: string }> {
  const parts = newApiKey(options.environment);
  const { id } = await insertApiKey(store.db, {
    companyId: options.companyId,
    publicId: parts.publicId,
    secretHash: hashSecret(parts.secret),
    name: options.name,
    ...(options.expiresAt ? { expiresAt: options.expiresAt } : {}),
  });
  return { key: formatApiKey(parts), apiKeyId: id, publicId: parts.publicId };
}
