import { randomBytes } from 'node:crypto';
import {
  createSecretBox,
  ensureCompany,
  loadIntegrations,
  loadIntegrationTokens,
  openStore,
  type Store,
  saveIntegrationTokens,
  verifyEncryptionKey,
} from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bitrix24Access } from '../bitrix24/bitrix24-access.ts';
import { openTokens, sealTokens } from '../bitrix24/bitrix24-tokens.ts';
import { connectBitrix24 } from '../by-hand/connect-bitrix24.ts';
import { rotateEncryption } from './encryption-keys.ts';

const [OLD, NEW] = [randomBytes(32), randomBytes(32)];
const old = createSecretBox(OLD);
const both = createSecretBox(NEW, OLD);
const next = createSecretBox(NEW);
const TOKENS = {
  accessToken: 'access',
  refreshToken: 'refresh',
  expiresAt: 1,
  clientEndpoint: 'https://p.example/rest/',
  serverEndpoint: 'https://oauth.bitrix24.tech/rest/',
  memberId: 'm1',
};
const COUNT = 7;
let store: Store;
let companyId: bigint;
let ids: bigint[];

beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
  ({ id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'demo' }));
});
afterAll(() => store[Symbol.asyncDispose]());
let run = 0;
beforeEach(async () => {
  await store.run(
    'truncate integrations, inbox_sources, sync_runs, deliveries, crm_cursors restart identity cascade',
    [],
  );
  ids = [];
  run += 1;
  for (let n = 0; n < COUNT; n++) {
    const connected = await connectBitrix24(
      store,
      {
        companyId,
        actor: 'test',
        idempotencyKey: `rotation-${run}-${n}`,
        webhookUrl: `https://portal${n}.example/rest/1/code${n}/`,
      },
      old,
    );
    if (connected.kind !== 'connected') throw new Error(connected.kind);
    ids.push(connected.integrationId);
  }
  const [first] = await loadIntegrations(store, ids.slice(0, 1));
  if (first) await saveIntegrationTokens(store.db, first.id, sealTokens(old, first, TOKENS));
});

const accesses = async (box: typeof old) =>
  (await loadIntegrations(store, ids)).map((row) => {
    const access = bitrix24Access(row, box);
    return access.auth === 'webhook' ? access.webhookUrl : null;
  });

describe('a rotation of the key', () => {
  test('puts all secrets and tokens under the new one, which alone opens them then', async () => {
    expect(await rotateEncryption(store, both)).toEqual({ rotated: COUNT, current: 0 });
    expect(new Set(await accesses(next))).toEqual(
      new Set(Array.from({ length: COUNT }, (_, n) => `https://portal${n}.example/rest/1/code${n}/`)),
    );
    const [first] = await loadIntegrations(store, ids.slice(0, 1));
    const sealed = await loadIntegrationTokens(store.db, first?.id ?? 0n);
    if (!first || !sealed) throw new Error('it has tokens');
    expect(openTokens(next, first, sealed)).toEqual(TOKENS);
    await expect(accesses(old)).rejects.toMatchObject({ code: 'ENCRYPTION_KEY_WRONG' });
    expect(await rotateEncryption(store, both)).toEqual({ rotated: 0, current: COUNT });
  });

  test('that was interrupted goes on; meanwhile processes with both keys open everything', async () => {
    let count = 0;
    const dying = {
      ...both,
      seal: (secret: string, identity: string) => {
        count += 1;
        if (count > 4) throw new Error('killed');
        return both.seal(secret, identity);
      },
    };
    await expect(rotateEncryption(store, dying)).rejects.toThrow('killed');
    expect(await accesses(both)).toHaveLength(COUNT);
    await expect(verifyEncryptionKey(store, both)).resolves.toBeUndefined();
    // control: some are under the one key, some under the other
    await expect(accesses(old)).rejects.toMatchObject({ code: 'ENCRYPTION_KEY_WRONG' });
    await expect(accesses(next)).rejects.toMatchObject({ code: 'ENCRYPTION_KEY_WRONG' });
    const { rotated, current } = await rotateEncryption(store, both);
    expect(rotated + current).toBe(COUNT);
    expect(current).toBeGreaterThan(0);
    expect(await accesses(next)).toHaveLength(COUNT);
  });

  test('with a wrong former key is refused before anything is changed', async () => {
    const wrong = createSecretBox(NEW, randomBytes(32));
    await expect(rotateEncryption(store, wrong)).rejects.toMatchObject({ code: 'ENCRYPTION_KEY_WRONG' });
    expect(await accesses(old)).toHaveLength(COUNT);
  });
});

describe('the key of a process', () => {
  test('is refused when it is another one, or none, with the way out', async () => {
    await expect(verifyEncryptionKey(store, old)).resolves.toBeUndefined();
    await expect(verifyEncryptionKey(store, next)).rejects.toMatchObject({
      code: 'ENCRYPTION_KEY_WRONG',
      message: expect.stringContaining('domovoy keys rotate-encryption'),
    });
    await expect(verifyEncryptionKey(store, null)).rejects.toMatchObject({ code: 'ENCRYPTION_KEY_MISSING' });
  });

  test('may be anything as long as nothing is stored', async () => {
    await store.run('update integrations set secrets = null, tokens = null', []);
    await expect(verifyEncryptionKey(store, null)).resolves.toBeUndefined();
  });
});
