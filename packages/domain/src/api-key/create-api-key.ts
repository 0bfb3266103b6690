import { addAuditEntry, insertApiKey, type Store } from '@domovoy/store';
import { isNetwork } from '../access/networks.ts';
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

export interface ApiKeyProblem {
  readonly field: 'name' | 'networks' | 'expiresAt';
  readonly message: string;
}

const LONGEST_NAME = 100;
const MOST_NETWORKS = 50;

/** What a person enters; null: nothing is wrong. */
export function apiKeyProblem(
  { name, networks = [], expiresAt }: Pick<ApiKeyToCreate, 'name' | 'networks' | 'expiresAt'>,
  now: number = Date.now(),
): ApiKeyProblem | null {
  if (name.trim() === '' || name.length > LONGEST_NAME || name.includes('\0'))
    return { field: 'name', message: `A name has 1 to ${LONGEST_NAME} characters.` };
  if (networks.length > MOST_NETWORKS || !networks.every(isNetwork))
    return {
      field: 'networks',
      message: `At most ${MOST_NETWORKS} addresses and CIDR blocks, like 203.0.113.7 or 10.0.0.0/8.`,
    };
  if (expiresAt !== undefined && expiresAt.getTime() <= now)
    return { field: 'expiresAt', message: 'A key expires in the future.' };
  return null;
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
    const after = { name, permissions: row.permissions, networks, expiresAt: expiresAt ?? null };
    const entry = { companyId, actor, action: 'api_key.create', entity: 'api_key', entityId: row.id };
    await addAuditEntry(tx, { ...entry, details: { publicId }, after });
    return row;
  });
  return { key: formatApiKey(parts), apiKeyId: id, publicId };
}
