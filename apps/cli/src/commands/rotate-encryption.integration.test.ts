import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bitrix24Access, connectBitrix24 } from '@domovoy/domain';
import { createSecretBox, ensureCompany, loadIntegrations, openStore, type Store } from '@domovoy/store';
import { compileCache, createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const WEBHOOK = 'https://portal.example/rest/1/code/';
const [FORMER, NEW] = [randomBytes(32), randomBytes(32)];
const folder = mkdtempSync(join(tmpdir(), 'domovoy-rotate-test-'));
let databaseUrl: string;
let store: Store;
let integrationId: bigint;

beforeAll(async () => {
  ({ url: databaseUrl } = await createTestDatabase());
  store = openStore(databaseUrl, { applicationName: 'test' });
  const { id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'demo' });
  const connected = await connectBitrix24(
    store,
    { companyId, actor: 'test', idempotencyKey: 'rotate', webhookUrl: WEBHOOK },
    createSecretBox(FORMER),
  );
  if (connected.kind !== 'connected') throw new Error(connected.kind);
  ({ integrationId } = connected);
});
afterAll(async () => {
  await store[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function rotate(keys: Readonly<Record<string, Buffer>>) {
  const env = Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, key.toString('base64')]));
  const args = ['--conditions=@domovoy/source', MAIN, 'keys', 'rotate-encryption', '--json'];
  return promisify(execFile)(process.execPath, args, {
    cwd: folder,
    env: { DATABASE_URL: databaseUrl, NODE_COMPILE_CACHE: compileCache, ...env },
  });
}
async function webhookUnder(key: Buffer): Promise<string | null> {
  const [row] = await loadIntegrations(store, [integrationId]);
  if (!row) throw new Error('it is there');
  const access = bitrix24Access(row, createSecretBox(key));
  return access.auth === 'webhook' ? access.webhookUrl : null;
}

test('the command says what is missing, and what to do', async () => {
  const refused = rotate({ ENCRYPTION_KEY: NEW });
  await expect(refused).rejects.toMatchObject({ stderr: expect.stringContaining('ENCRYPTION_KEY_PREVIOUS') });
  expect(await webhookUnder(FORMER)).toBe(WEBHOOK);
});

test('the command puts what is stored under the new key, once', async () => {
  const keys = { ENCRYPTION_KEY: NEW, ENCRYPTION_KEY_PREVIOUS: FORMER };
  expect(JSON.parse((await rotate(keys)).stdout)).toEqual({ rotated: 1, current: 0 });
  expect(await webhookUnder(NEW)).toBe(WEBHOOK);
  await expect(webhookUnder(FORMER)).rejects.toMatchObject({ code: 'ENCRYPTION_KEY_WRONG' });
  expect(JSON.parse((await rotate(keys)).stdout)).toEqual({ rotated: 0, current: 1 });
});
