import { ensureCompany, openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL_PERMISSIONS } from '../access/permissions.ts';
import { type ApiKeyToCreate, createApiKey } from './create-api-key.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { rotateApiKey } from './rotate-api-key.ts';
import { verifyApiKey } from './verify-api-key.ts';

let store: Store;
let companyId: bigint;

beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
  companyId = (await ensureCompany(store.db, { shortName: 'demo', name: 'Demo' })).id;
});
afterAll(() => store[Symbol.asyncDispose]());

const create = (options: Partial<ApiKeyToCreate> = {}) =>
  createApiKey(store, { companyId, name: 'CRM', environment: 'dev', ...options });

describe('an API key', () => {
  test('opens its company', async () => {
    const { key, apiKeyId, publicId } = await create();
    expect(await verifyApiKey(store, key)).toMatchObject({ companyId, apiKeyId, publicId });
  });

  test('permits everything, or what it was made for', async () => {
    expect((await verifyApiKey(store, (await create()).key))?.permissions).toEqual(ALL_PERMISSIONS);
    const { key } = await create({ permissions: ['READ_AUDIT', 'SEE_PHONES'], networks: ['10.0.0.0/8'] });
    const identity = await verifyApiKey(store, key);
    expect(identity?.permissions).toEqual(new Set(['READ_AUDIT', 'SEE_PHONES']));
    expect(['10.1.1.1', '11.1.1.1'].map((address) => identity?.isAllowedFrom(address))).toEqual([
      true,
      false,
    ]);
    const none = await create({ permissions: [] });
    expect((await verifyApiKey(store, none.key))?.permissions).toEqual(new Set());
  });

  test('works on for a day after its secret was rotated, beside the new one', async () => {
    const { key, publicId, apiKeyId } = await create();
    const rotated = await rotateApiKey(store, { companyId, publicId, actor: 'test', environment: 'dev' });
    if (rotated === null) throw new Error('there is such a key');
    expect(rotated.key).not.toBe(key);
    const later = (hours: number) => () => Date.now() + hours * 3_600_000;
    for (const one of [key, rotated.key])
      expect(await verifyApiKey(store, one, later(23))).toMatchObject({ apiKeyId });
    expect(await verifyApiKey(store, key, later(25))).toBeNull();
    expect(await verifyApiKey(store, rotated.key, later(25))).toMatchObject({ apiKeyId });
    await rotateApiKey(store, { companyId, publicId, actor: 'test', environment: 'dev' });
    expect(await verifyApiKey(store, key)).toBeNull();
  });

  test('is revoked and rotated by its own company alone, and the trail tells of it without a secret', async () => {
    const { key, publicId, apiKeyId } = await create({ actor: 'api-key:maker' });
    const other = (await ensureCompany(store.db, { shortName: 'other', name: 'Other' })).id;
    const theirs = { companyId: other, publicId, actor: 'api-key:other' };
    expect(await revokeApiKey(store, theirs)).toBe(false);
    expect(await rotateApiKey(store, { ...theirs, environment: 'dev' })).toBeNull();
    expect(await verifyApiKey(store, key)).not.toBeNull();
    const own = { companyId, publicId, actor: 'api-key:owner' };
    expect(await rotateApiKey(store, { ...own, environment: 'dev' })).not.toBeNull();
    expect(await revokeApiKey(store, own)).toBe(true);
    expect(await revokeApiKey(store, own)).toBe(false);
    expect(await rotateApiKey(store, { ...own, environment: 'dev' })).toBeNull();
    expect(await verifyApiKey(store, key)).toBeNull();
    const trail = await store.company(companyId).listAuditEntries({
      entity: 'api_key',
      entityIds: [apiKeyId],
      limit: 10,
    });
    expect(trail.map(({ actor, action }) => [actor, action]).toReversed()).toEqual([
      ['api-key:maker', 'api_key.create'],
      ['api-key:owner', 'api_key.rotate'],
      ['api-key:owner', 'api_key.revoke'],
    ]);
    expect(JSON.stringify(trail.map(({ details }) => details))).not.toContain(key.slice(-48));
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
