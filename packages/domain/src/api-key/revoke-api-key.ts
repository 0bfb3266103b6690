import { addAuditEntry, revokeApiKey as revoke, type Store } from '@domovoy/store';

/**
 * Nothing opens with it any more: at once for those who ask the database, within the few seconds that an API process
 * remembers a key for the others. False: the company has no such key, or it is revoked already.
 */
export const revokeApiKey = (
  store: Store,
  { actor, ...key }: { companyId: bigint; publicId: string; actor: string },
): Promise<boolean> =>
  store.transaction(async (tx) => {
    const row = await revoke(tx, key);
    if (row === null) return false;
    const entry = { companyId: key.companyId, actor, action: 'api_key.revoke', entity: 'api_key' };
    await addAuditEntry(tx, {
      ...entry,
      entityId: row.id,
      details: { publicId: row.publicId },
      before: { revokedAt: null },
      after: { revokedAt: row.revokedAt },
    });
    return true;
  });
