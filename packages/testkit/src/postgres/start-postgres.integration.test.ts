import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePort, isPortFree } from '../port/free-port.ts';
import { fillDataFolder } from '../test-database/fill-data-folder.ts';
import { installedBinaries } from './binaries.ts';
import { chooseIdentity } from './identity.ts';
import { readPostmasterFile } from './leftover.ts';
import { isAlive } from './process-list.ts';
import {
  type EmbeddedPostgres,
  type PostgresOptions,
  startPostgres,
  TEST_SETTINGS,
} from './start-postgres.ts';

const isRoot = process.getuid?.() === 0;
let folder: string;
let dataDir: string;
const running = new Set<EmbeddedPostgres>();
const children = new Set<ChildProcess>();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'domovoy-launcher-'));
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  for (const server of running) await server.stop();
  running.clear();
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  rmSync(folder, { recursive: true, force: true });
});

async function start(more: Partial<PostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startPostgres({
    dataDir,
    settings: { ...TEST_SETTINGS, shared_buffers: '16MB' },
    ...more,
  });
  running.add(server);
  return server;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5 });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Another process that starts a Postgres on the folder and waits. */
async function startElsewhere(): Promise<{ owner: ChildProcess; pid: number }> {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const owner = spawn(process.execPath, ['--conditions=@domovoy/source', main, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(owner);
  await once(owner.stdout, 'data');
  const pid = readPostmasterFile(dataDir)?.pid;
  if (pid === undefined) throw new Error('the server has a process id');
  return { owner, pid };
}

const ends = async (pid: number) => {
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
};

describe('a server', () => {
  test('answers, tells its version, and keeps its data over a stop and a start', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 1 as one');
    expect(await query(first.url, 'show server_version')).toMatchObject([
      { server_version: expect.stringContaining(first.version) },
    ]);
    await first.stop();
    expect(await first.exited).toMatchObject({ code: 0 });
    expect(isAlive(first.pid)).toBe(false);
    expect(await isPortFree(first.port)).toBe(true);
    const second = await start({ port: first.port });
    expect(second.port).toBe(first.port);
    expect(await query(second.url, 'select * from kept')).toEqual([{ one: 1 }]);
  });

  test('ends when the process that started it is killed, and can be started again at once', async () => {
    fillDataFolder(dataDir);
    const { owner, pid } = await startElsewhere();
    owner.kill('SIGKILL');
    const server = await start();
    expect(server.pid).not.toBe(pid);
    await ends(pid);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('that is killed says so, and recovers with everything that was committed', async () => {
    fillDataFolder(dataDir);
    const first = await start({ settings: { shared_buffers: '16MB' } });
    await query(first.url, 'create table kept as select 1 as one');
    first.kill9();
    expect(await first.exited).toMatchObject({ signal: 'SIGKILL' });
    const second = await start();
    expect(await query(second.url, 'select * from kept')).toEqual([{ one: 1 }]);
  });

  test('ends when its guard is killed', async () => {
    fillDataFolder(dataDir);
    const server = await start();
    const [, guard] = readFileSync(join(dataDir, 'domovoy.owner'), 'utf8').split(' ');
    process.kill(Number(guard), 'SIGKILL');
    await server.exited;
    await ends(server.pid);
  });

  test.runIf(isRoot)('of root runs as nobody where there are no user namespaces', async () => {
    const server = await start({ runAs: 'nobody' });
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('what an earlier server left', () => {
  test('a running server without an owner is stopped first', async () => {
    fillDataFolder(dataDir);
    await (await start()).stop();
    const { prefix } = chooseIdentity();
    const words = [...prefix, installedBinaries().postgres, '-D', dataDir, '-p', String(await freePort())];
    const orphan = spawn(words[0] ?? '', words.slice(1), { stdio: 'ignore', cwd: '/', detached: true });
    children.add(orphan);
    await expect.poll(() => readPostmasterFile(dataDir)?.isReady).toBe(true);
    const server = await start();
    await ends(orphan.pid ?? 0);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a file that names a process id of somebody else hinders nobody', async () => {
    fillDataFolder(dataDir);
    const first = await start();
    const file = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8');
    await first.stop();
    writeFileSync(join(dataDir, 'postmaster.pid'), file.replace(/^\d+/, String(process.pid)));
    const second = await start();
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a server that a living program uses is left alone', async () => {
    fillDataFolder(dataDir);
    const { pid } = await startElsewhere();
    await expect(start()).rejects.toMatchObject({ code: 'POSTGRES_DATA_IN_USE' });
    expect(isAlive(pid)).toBe(true);
  });
});

describe('a clear error', () => {
  test('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(start({ port })).rejects.toMatchObject({ code: 'POSTGRES_PORT_BUSY' });
    other.close();
  });

  test('when the folder was written by another major version', async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toMatchObject({
      code: 'POSTGRES_DATA_VERSION',
      message: expect.stringContaining('Postgres 15'),
    });
  });

  test('when the folder holds something else', async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'letter.txt'), 'Dear …');
    await expect(start()).rejects.toMatchObject({ code: 'POSTGRES_DATA_FOREIGN' });
  });

  test('when the folder cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(start({ dataDir: join(folder, 'file', 'data') })).rejects.toMatchObject({
      code: 'POSTGRES_DATA_NOT_WRITABLE',
    });
  });

  test('when Postgres refuses a setting, with the end of its log', async () => {
    fillDataFolder(dataDir);
    await expect(start({ settings: { no_such_setting: 1 } })).rejects.toMatchObject({
      code: 'POSTGRES_START_FAILED',
      message: expect.stringContaining('no_such_setting'),
    });
  });
});
