import { createApiKey, verifyApiKey } from '@domovoy/domain';
import type { Store } from '@domovoy/store';
import { readTextIfThere, writePrivateFile } from './data-dir.ts';

/**
 * The key that the launcher gives to the person and to programs. Kept in the data folder, because the store holds only
 * its hash; when the database does not know it (any more), another is made.
 */
export async function ensureApiKey(
  store: Store,
  options: { file: string; companyId: bigint },
): Promise<{ key: string; isNew: boolean }> {
  const kept = readTextIfThere(options.file)?.trim();
  if (kept) {
    const owner = await verifyApiKey(store, kept);
    if (owner?.companyId === options.companyId) return { key: kept, isNew: false };
  }
  const { key } = await createApiKey(store, {
    companyId: options.companyId,
    name: 'development launcher',
    environment: 'dev',
  });
  writePrivateFile(options.file, `${key}\n`);
  return { key, isNew: true };
}
