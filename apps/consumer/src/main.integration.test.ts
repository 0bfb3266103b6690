import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compileCache, createProxy, freePort } from '@domovoy/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createWorld, type World } from './testing/world.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const started = new Set<ChildProcess>();
let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterEach(async () => {
  for (const child of started)
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  started.clear();
});
afterAll(() => world.close());

async function start(overrides: Record<string, string> = {}) {
  const port = await freePort();
  const child = spawn(process.execPath, ['--conditions=@domovoy/source', main], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      DATABASE_URL: world.directUrl,
      KAFKA_BROKERS: world.brokers.join(),
      KAFKA_GROUP_ID: 'contract-1',
      COMPANY_SHORT_NAME: 'demo',
      HEALTH_PORT: String(port),
      NODE_COMPILE_CACHE: compileCache,
      ...overrides,
    },
  });
  started.add(child);
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
  const exited = once(child, 'exit').then(([code]) => Number(code));
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
    exited,
    get,
    ready: () => vi.waitUntil(isReady, 30_000),
    stdout: () => stdout,
    stderr: () => stderr,
  };
}

const workerCount = 'select count(*) from workers';
const messages = 'select count(*) from messages';

describe('the consumer as a process', () => {
  test('stops with every problem of its environment at once', async () => {
    const { exited, stderr } = await start({
      DATABASE_URL: '',
      KAFKA_SASL_USERNAME: 'operator',
      COMPANY_SHORT_NAME: 'ALL',
      LOG_LEVEL: 'loud',
    });
    expect(await exited).toBe(1);
    expect(stderr()).toContain('4 problems');
    for (const name of ['DATABASE_URL', 'KAFKA_SASL_PASSWORD', 'COMPANY_SHORT_NAME', 'LOG_LEVEL'])
      expect(stderr()).toContain(`  ${name} `);
  });

  test.each([
    ['SIGTERM', (child: ChildProcess) => child.kill('SIGTERM')],
    ['the end of its launcher', (child: ChildProcess) => child.disconnect()],
  ])('is ready, reads, and at %s closes everything and retires', async (_name, stop) => {
    const before = await world.count(messages);
    const consumer = await start();
    await consumer.ready();
    await world.produce(world.events.message());
    await world.until(messages, before + 1);
    expect(JSON.parse((await consumer.get('/readyz')).body)).toMatchObject({
      ok: true,
      integrations: [{ state: 'running' }],
    });
    expect((await consumer.get('/metrics')).body).toMatch(/domovoy_intake_lag\{topic="MESSAGES_IN_demo"\} 0/);
    stop(consumer.child);
    expect(await consumer.exited).toBe(0);
    expect(consumer.stdout()).toContain('"event":"stopped"');
    expect(await world.count(workerCount)).toBe(0);
  });

  test('takes over what a killed one leaves behind, and loses nothing', async () => {
    const before = await world.count(messages);
    const first = await start();
    await first.ready();
    const second = await start();
    await world.until(workerCount, 2);
    first.child.kill('SIGKILL');
    await first.exited;
    for (let at = 0; at < 20; at += 1) await world.produce(world.events.message());
    await world.until(messages, before + 20, 40_000);
    expect(await world.count('select count(*) from integrations i join workers w on w.id = i.owner')).toBe(1);
    second.child.kill('SIGTERM');
    expect(await second.exited).toBe(0);
  });

  test('waits for a database that is away when it starts: alive, but not ready', async () => {
    const url = new URL(world.directUrl);
    await using proxy = await createProxy({ host: url.hostname, port: Number(url.port) });
    proxy.refuse(true);
    url.host = `${proxy.host}:${proxy.port}`;
    const consumer = await start({ DATABASE_URL: url.href });
    await vi.waitUntil(() => consumer.stdout().includes('database-awaited'), 30_000);
    expect((await consumer.get('/healthz')).status).toBe(200);
    expect((await consumer.get('/readyz')).status).toBe(503);
    proxy.refuse(false);
    await consumer.ready();
    consumer.child.kill('SIGTERM');
    expect(await consumer.exited).toBe(0);
  });
});
