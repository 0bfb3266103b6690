import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  createSecretBox,
  ensureCompany,
  insertIntegration,
  openStore,
  updateIntegration,
} from '@domovoy/store';
import { compileCache, createTestDatabase, freePort } from '@domovoy/testkit';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { believe, event, post, statuses, times } from './testing/hooks-world.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const [KEY, FORMER] = [randomBytes(32), randomBytes(32)];
const inBase64 = (key: Buffer) => key.toString('base64');
let databaseUrl: string;
let integrationId: bigint;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  ({ url: databaseUrl } = await createTestDatabase());
  await using store = openStore(databaseUrl, { applicationName: 'test' });
  const { id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'demo' });
  const row = await insertIntegration(store.db, { companyId, kind: 'bitrix24', config: {} });
  integrationId = row.id;
  await believe(store, integrationId);
  await updateIntegration(store.db, row, { secrets: createSecretBox(KEY).seal('secret', 'anybody') });
});
afterEach(async () => {
  for (const child of children) {
    children.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

async function start(env: Record<string, string>) {
  const [port, healthPort] = [await freePort(), await freePort()];
  const hooks = spawn(process.execPath, ['--conditions=@domovoy/source', MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      HEALTH_PORT: String(healthPort),
      NODE_COMPILE_CACHE: compileCache,
      ...env,
    },
  });
  children.add(hooks);
  let output = '';
  for (const stream of [hooks.stdout, hooks.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  const exited = once(hooks, 'exit').then(([code]) => Number(code));
  const said = (words: string) => vi.waitUntil(() => output.includes(words), 30_000);
  return { exited, said, output: () => output, url: `http://127.0.0.1:${port}/bitrix24/${integrationId}` };
}

test.each([
  ['another key', { ENCRYPTION_KEY: inBase64(FORMER) }, 'ENCRYPTION_KEY_WRONG'],
  ['no key', {}, 'ENCRYPTION_KEY_MISSING'],
])('with %s than that of the stored secrets it ends, and says what to do', async (_name, env, code) => {
  const hooks = await start(env);
  expect(await hooks.exited).toBe(1);
  expect(hooks.output()).toContain(code);
});

test.each([
  ['their key', { ENCRYPTION_KEY: inBase64(KEY) }],
  // While it is changed: some are under the one, some under the other.
  [
    'their key as the former one',
    { ENCRYPTION_KEY: inBase64(FORMER), ENCRYPTION_KEY_PREVIOUS: inBase64(KEY) },
  ],
])('with %s it goes on', async (_name, env) => {
  const hooks = await start(env);
  await hooks.said('"event":"ready"');
  const stillThere = await Promise.race([hooks.exited, Promise.resolve('running')]);
  expect(stillThere).toBe('running');
});

test('two processes are one limit to a portal, as large as the environment says; addresses are those of a trusted proxy', async () => {
  const env = {
    ENCRYPTION_KEY: inBase64(KEY),
    HOOKS_EVENTS_BURST: '200',
    HOOKS_EVENTS_PER_SECOND: '1',
    TRUSTED_PROXIES: 'loopback',
  };
  const [one, other] = await Promise.all([start(env), start(env)]);
  await Promise.all([one, other].map(({ said }) => said('"event":"ready"')));
  const { 200: taken = 0, 429: refused = 0 } = statuses(await times(250, () => post(one.url, event())));
  expect(taken).toBeGreaterThanOrEqual(187);
  expect(refused).toBe(250 - taken);
  // By itself the other one would take as many.
  let tries = 0;
  const tryOther = async () => {
    tries += 1;
    return (await post(other.url, event())).status;
  };
  await expect.poll(tryOther, { interval: 50 }).toBe(429);
  expect(tries).toBeLessThan(150);

  const forged = event({}, { application_token: 'made-up' });
  const flood = await times(150, () => post(one.url, forged, { from: '203.0.113.7' }));
  expect(Object.keys(statuses(flood))).toEqual(['403', '429']);
  expect((await post(one.url, forged, { from: '198.51.100.9' })).status).toBe(403);
});
