import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createApiKey } from '@domovoy/domain';
import { ensureCompany, openStore, type Store } from '@domovoy/store';
import { compileCache, createProxy, createTestDatabase, freePort } from '@domovoy/testkit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { post } from './testing/api.ts';
import { MESSAGE_ADDED, openSocket, subscribe } from './testing/socket.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const QUERY = { query: '{ viewer { company { shortName } } }' };
const started = new Set<ChildProcess>();
let databaseUrl: string;
let store: Store;

beforeEach(async () => {
  ({ url: databaseUrl } = await createTestDatabase());
  store = openStore(databaseUrl, { applicationName: 'test' });
});
afterEach(async () => {
  for (const child of started)
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  started.clear();
  await store[Symbol.asyncDispose]();
});

async function start(url: string) {
  const port = await freePort();
  const child = spawn(process.execPath, ['--conditions=@domovoy/source', main], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { DATABASE_URL: url, PORT: String(port), NODE_COMPILE_CACHE: compileCache },
  });
  started.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => (output += data.toString()));
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: response.status, body: await response.text() };
  };
  const isReady = () =>
    get('/readyz').then(
      ({ status }) => status === 200,
      () => false,
    );
  return {
    child,
    get,
    exited: once(child, 'exit').then(([code]) => Number(code)),
    output: () => output,
    printed: (text: string) => vi.waitUntil(() => output.includes(text), 30_000),
    ready: () => vi.waitUntil(isReady, 30_000),
    url: `http://127.0.0.1:${port}/graphql`,
    wsUrl: `ws://127.0.0.1:${port}/graphql`,
  };
}

/** The database as somebody sees it to whom it is away. */
async function behindProxy() {
  const url = new URL(databaseUrl);
  const proxy = await createProxy({ host: url.hostname, port: Number(url.port) });
  proxy.refuse(true);
  url.host = `${proxy.host}:${proxy.port}`;
  return { url: url.href, proxy };
}

async function createKey(): Promise<string> {
  const { id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'Demo' });
  const { key } = await createApiKey(store, { companyId, name: 'test', environment: 'dev' });
  return key;
}

describe('the API whose database is away when it starts', () => {
  test('lives, says what it waits for, refuses for now, and is ready by itself', async () => {
    const key = await createKey();
    const { url, proxy } = await behindProxy();
    await using _ = proxy;
    const api = await start(url);
    await api.printed('database-awaited');

    expect((await api.get('/healthz')).status).toBe(200);
    const { status, body } = await api.get('/readyz');
    expect(status).toBe(503);
    expect(JSON.parse(body)).toEqual({
      ok: false,
      reason: expect.stringContaining('The database is not available'),
    });
    expect(await post(api.url, key, QUERY)).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }],
    });
    // "Try again later": clients come back after this code.
    const refused = subscribe(openSocket(api.wsUrl, key), MESSAGE_ADDED);
    await refused.ended;
    expect(refused.errors).toMatchObject([{ code: 1013 }]);

    proxy.refuse(false);
    await api.ready();
    expect(await post(api.url, key, QUERY)).toMatchObject({
      status: 200,
      data: { viewer: { company: { shortName: 'demo' } } },
    });
    const socket = openSocket(api.wsUrl, key);
    await subscribe(socket, MESSAGE_ADDED).live;
    await socket.dispose();
    api.child.kill('SIGTERM');
    expect(await api.exited).toBe(0);
  });

  test('stops when it is told to while it waits', async () => {
    const { url, proxy } = await behindProxy();
    await using _ = proxy;
    const api = await start(url);
    await api.printed('database-awaited');
    api.child.kill('SIGTERM');
    expect(await api.exited).toBe(0);
  });
});

describe('the API whose database lacks migrations', () => {
  test.each([[false], [true]])(
    'ends with exit code 1 and says what to do (database away at first: %j)',
    async (isAway) => {
      await store.run('delete from domovoy_migrations', []);
      const { url, proxy } = await behindProxy();
      await using _ = proxy;
      if (!isAway) proxy.refuse(false);
      const api = await start(url);
      if (isAway) {
        await api.printed('database-awaited');
        proxy.refuse(false);
      }
      expect(await api.exited).toBe(1);
      expect(api.output()).toContain('run `domovoy migrate`');
      expect(api.output()).not.toContain('"event":"ready"');
    },
  );
});
