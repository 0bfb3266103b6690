import { ensureCompany, openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from './create-api-key.ts';
import { verifyApiKey } from './verify-api-key.ts';

let store: Store;
let companyId: bigint;

beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
  companyId = (await ensureCompany(store.db, { shortName: 'demo', name: 'Demo' })).id;
});
afterAll(() => store[Symbol.asyncDispose]());

const create = (options: { expiresAt?: Date } = {}) =>
  createApiKey(store, { companyId, name: 'CRM', environment: 'dev', ...options });

describe('an API key', () => {
  test('opens its company', async () => {
    const { key, apiKeyId, publicId } = await create();
    expect(await verifyApiKey(store, key)).toEqual({ companyId, apiKeyId, publicId });
  });

  test('is nowhere in the database as a whole', async () => {
    const { key } = await create();
    const secret = key.slice(-48);
    const rows = await store.run<{ row: string }>('select api_keys::text as row from api_keys', []);
    expect(rows.some(({ row }) => row.includes(secret))).toBe(false);
  });

  test('opens nothing with another secret, when it is unknown, or when it is no key', async () => {
    const [one, two] = [await create(), await create()];
    expect(await verifyApiKey(store, one.key.slice(0, -48) + two.key.slice(-48))).toBeNull();
    expect(await verifyApiKey(store, one.key.replace(one.publicId, '0'.repeat(12)))).toBeNull();
    expect(await verifyApiKey(store, "' or 1 = 1 --")).toBeNull();
  });

  test('opens nothing after it was revoked or has expired', async () => {
    const revoked = await create();
    await store.run('update api_keys set revoked_at = now() where id = $1', [revoked.apiKeyId]);
    expect(await verifyApiKey(store, revoked.key)).toBeNull();
    const expiresAt = new Date(Date.now() + 60_000);
    const { key } = await create({ expiresAt });
    expect(await verifyApiKey(store, key)).not.toBeNull();
    expect(await verifyApiKey(store, key, () => expiresAt.getTime())).toBeNull();
  });

  test('remembers when it was last used, with a write per minute at most', async () => {
    const { key, apiKeyId } = await create();
    const usedAt = async () => {
      const [row] = await store.run<{ last_used_at: Date | null }>(
        'select last_used_at from api_keys where id = $1',
        [apiKeyId],
      );
      return row?.last_used_at?.getTime() ?? null;
    };
    expect(await usedAt()).toBeNull();
    await verifyApiKey(store, key);
    const first = await usedAt();
    await verifyApiKey(store, key);
    expect(await usedAt()).toBe(first);
    await verifyApiKey(store, key, () => Date.now() + 61_000);
    expect(await usedAt()).not.toBe(first);
  });
});
