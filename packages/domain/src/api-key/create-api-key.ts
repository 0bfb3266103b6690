import { addAuditEntry, insertApiKey, type Store } from '@domovoy/store';
import type { Permission } from '../access/permissions.ts';
import { type ApiKeyEnvironment, formatApiKey, hashSecret, newApiKey } from './api-key-text.ts';

export interface ApiKeyToCreate {
  readonly companyId: bigint;
  readonly name: string;
  readonly environment: ApiKeyEnvironment;
  readonly expiresAt?: Date;
  /** Left out: everything. */
  readonly permissions?: readonly Permission[];
  /** See `isNetwork`. Left out: any address. */
  readonly networks?: readonly string[];
  /** `api-key:<public id>`; left out: the command line or the launcher. */
  readonly actor?: string;
}

/** The only moment at which the key exists as a whole: the store keeps the hash of its secret. */
export async function createApiKey(
  store: Store,
  { companyId, name, environment, expiresAt, permissions, networks = [], actor = 'cli' }: ApiKeyToCreate,
): Promise<{ key: string; apiKeyId: bigint; publicId: string }> {
  const parts = newApiKey(environment);
  const { publicId } = parts;
  const { id } = await store.transaction(async (tx) => {
    const row = await insertApiKey(tx, {
      companyId,
      publicId,
      secretHash: hashSecret(parts.secret),
      name,
      permissions: permissions ? [...permissions] : null,
      networks: [...networks],
      createdBy: actor,
      ...(expiresAt ? { expiresAt } : {}),
    });
    const details = { publicId, name, permissions: row.permissions, networks, expiresAt: expiresAt ?? null };
    const entry = { companyId, actor, action: 'api_key.create', entity: 'api_key', entityId: row.id };
    await addAuditEntry(tx, { ...entry, details });
    return row;
  });
  return { key: formatApiKey(parts), apiKeyId: id, publicId };
}
