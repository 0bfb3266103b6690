import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inviteStaff, PERMISSIONS_OF_ROLE, signInByIdentity } from '@domovoy/domain';
import { ensureCompany, openStore, type Store } from '@domovoy/store';
import { compileCache, createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const ISSUER = 'https://login.example.org';
const EMAIL = 'anna@example.org';
const folder = mkdtempSync(join(tmpdir(), 'domovoy-unlink-test-'));
let databaseUrl: string;
let store: Store;

beforeAll(async () => {
  ({ url: databaseUrl } = await createTestDatabase());
  store = openStore(databaseUrl, { applicationName: 'test' });
  const { id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'demo' });
  const permissions = PERMISSIONS_OF_ROLE.owner;
  await inviteStaff(store, { companyId, email: EMAIL, role: 'agent', actor: 'test', permissions });
});
afterAll(async () => {
  await store[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** Somebody comes from the provider, under its name for them. */
const comesAs = (subject: string, more: { isEmailVerified?: boolean } = {}) =>
  signInByIdentity(store, {
    identity: { issuer: ISSUER, subject },
    email: EMAIL,
    isEmailVerified: true,
    name: 'Анна',
    roles: [],
    place: { address: '127.0.0.1', userAgent: null },
    ...more,
  }).then(({ kind }) => kind);
const unlink = async (email: string) => {
  const args = [
    '--conditions=@domovoy/source',
    MAIN,
    'person',
    'unlink-identity',
    '--email',
    email,
    '--json',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    env: { DATABASE_URL: databaseUrl, NODE_COMPILE_CACHE: compileCache },
  });
  return JSON.parse(stdout) as unknown;
};
const openSessions = async () =>
  (await store.run<{ n: number }>('select count(*)::int as n from sessions where ended_at is null', []))[0]
    ?.n;

test('who was made anew at the provider is out until their former name there is unlinked', async () => {
  expect(await comesAs('before')).toBe('signed-in');
  expect([await comesAs('after'), await openSessions()]).toEqual(['refused', 1]);
  expect(await unlink(EMAIL.toUpperCase())).toEqual({ email: EMAIL, unlinked: [ISSUER] });
  expect(await openSessions()).toBe(0);
  // Only whose e-mail the provider has verified, as at the first time.
  expect(await comesAs('after', { isEmailVerified: false })).toBe('refused');
  expect(await comesAs('after')).toBe('signed-in');
  expect(await comesAs('before')).toBe('refused');
  const trail = await store.run<{ action: string; actor: string }>(
    `select action, actor from audit_entries where action like 'person.%identity' order by id`,
    [],
  );
  expect(trail.map(({ action }) => action)).toEqual([
    'person.link_identity',
    'person.unlink_identity',
    'person.link_identity',
  ]);
  expect(trail[1]?.actor).toBe('cli');
});

test('nobody and nothing to unlink are said', async () => {
  await expect(unlink('nobody@example.org')).rejects.toMatchObject({
    stderr: expect.stringContaining('Nobody has the e-mail nobody@example.org'),
  });
  await unlink(EMAIL);
  expect(await unlink(EMAIL)).toEqual({ email: EMAIL, unlinked: [] });
});
