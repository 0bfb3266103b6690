import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { choosePorts, readRememberedPorts, rememberPorts } from './choose-ports.ts';
import { dataDirAt } from './data-dir.ts';
import { type Endpoints, NO_SANDBOX, readEndpoints, removeEndpoints, writeEndpoints } from './endpoints.ts';
import { acquireLock, readHolder } from './lock.ts';
import { identify, isAlive } from './process-identity.ts';

let data: ReturnType<typeof dataDirAt>;
beforeEach(() => {
  data = dataDirAt(mkdtempSync(join(tmpdir(), 'domovoy-cli-')));
});
afterEach(() => rmSync(data.root, { recursive: true, force: true }));

async function listen(): Promise<{ port: number; close: () => void }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() };
}

describe('the lock of a data folder', () => {
  test('is held by one launcher, and free again after its release', async () => {
    const lock = await acquireLock(data.lock);
    expect(readHolder(data.lock)?.pid).toBe(process.pid);
    await expect(acquireLock(data.lock)).rejects.toMatchObject({
      code: 'ALREADY_RUNNING',
      meta: { pid: process.pid },
    });
    lock.release();
    expect(readHolder(data.lock)).toBeNull();
    (await acquireLock(data.lock)).release();
  });

  test('of a launcher that was killed is taken over, once what it left is gone', async () => {
    const left = spawn('sleep', ['60'], { detached: true });
    const leftover = identify(left.pid ?? 0);
    setTimeout(() => left.kill('SIGKILL'), 200);
    const gone = { pid: 999_999_999, began: '' };
    writeFileSync(data.lock, JSON.stringify({ launcher: gone, parts: [leftover] }));
    const lock = await acquireLock(data.lock);
    expect(isAlive(leftover)).toBe(false);
    lock.release();
  });

  test('of a process whose pid belongs to another one now is stale', async () => {
    writeFileSync(
      data.lock,
      JSON.stringify({ launcher: { pid: process.pid, began: 'another boot' }, parts: [] }),
    );
    expect(readHolder(data.lock)).toBeNull();
    (await acquireLock(data.lock)).release();
  });

  test('that is half written is stale', async () => {
    writeFileSync(data.lock, '{"launcher":');
    (await acquireLock(data.lock)).release();
  });
});

describe('ports', () => {
  const host = '127.0.0.1';

  test('a remembered port that is busy is replaced by a free one, and that is told', async () => {
    const busy = await listen();
    const { ports, moved } = await choosePorts(['graphql'], {
      fixed: {},
      remembered: { graphql: busy.port },
      host,
    });
    expect(ports.graphql).not.toBe(busy.port);
    expect(moved).toEqual([{ name: 'graphql', from: busy.port, to: ports.graphql }]);
    busy.close();
  });

  test('a fixed port that is busy is an error that names it and how to choose another', async () => {
    const busy = await listen();
    const choice = choosePorts(['graphql'], { fixed: { graphql: busy.port }, remembered: {}, host });
    await expect(choice).rejects.toMatchObject({
      code: 'PORT_BUSY',
      details: [expect.stringMatching(new RegExp(`${busy.port}.*--port`))],
    });
    busy.close();
  });

  test('chosen ports are remembered, fixed ones are not', () => {
    rememberPorts(data.ports, { graphql: 4567, consumer: 4568 }, { graphql: 4567 });
    rememberPorts(data.ports, { postgres: 4569 }, {});
    expect(readRememberedPorts(data.ports)).toEqual({ consumer: 4568, postgres: 4569 });
  });
});

describe('endpoints.json', () => {
  const endpoints: Endpoints = {
    graphql: 'http://127.0.0.1:1/graphql',
    graphqlWs: 'ws://127.0.0.1:1/graphql',
    health: { graphql: 'http://127.0.0.1:1/readyz', consumer: 'http://127.0.0.1:2/readyz' },
    apiKey: 'dmv_dev_x_y',
    owner: null,
    databaseUrl: 'postgres://postgres@127.0.0.1:3/postgres',
    sandbox: { ...NO_SANDBOX, companyShortName: 'acme' },
  };

  test('is private, whole, and gone after its removal', () => {
    writeFileSync(data.endpoints, 'old', { mode: 0o644 });
    writeEndpoints(data.endpoints, endpoints);
    expect(statSync(data.endpoints).mode & 0o777).toBe(0o600);
    expect(readEndpoints(data.endpoints)).toEqual(endpoints);
    removeEndpoints(data.endpoints);
    expect(existsSync(data.endpoints)).toBe(false);
  });
});
