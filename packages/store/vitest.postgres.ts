import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@domovoy/store';
import { recreateDatabase, startPostgres, TEST_SETTINGS } from '@domovoy/testkit/postgres';
import type { TestProject } from 'vitest/node';

// Global set-up of the projects `integration` and `fault`: one Postgres per run, with a migrated database that
// createTestDatabase() copies. Each project calls it in a module of its own, so what they share hangs on the process.

const TEMPLATE = 'domovoy_template';
const PREFIX = 'domovoy-test-postgres-';
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

interface Shared {
  url: string;
  keptFile: string | null;
  users: number;
  stop: () => Promise<void>;
}
const registry = globalThis as typeof globalThis & { domovoyTestPostgres?: Promise<Shared> | undefined };

export default async function setup(project: TestProject) {
  registry.domovoyTestPostgres ??= start();
  const shared = await registry.domovoyTestPostgres;
  shared.users++;
  project.provide('testPostgres', { url: shared.url, template: TEMPLATE, keptFile: shared.keptFile });
  return async () => {
    if (--shared.users > 0) return;
    registry.domovoyTestPostgres = undefined;
    await shared.stop();
  };
}

async function start(): Promise<Shared> {
  const server = process.env['DATABASE_URL_TEST']
    ? external(process.env['DATABASE_URL_TEST'])
    : await embedded();
  await migrate(await recreateDatabase(server.url, TEMPLATE));
  return { ...server, users: 0 };
}

/** A server that somebody else looks after, where there is no embedded one. It must allow to create databases. */
const external = (url: string) => ({ url, keptFile: null, stop: async () => {} });

async function embedded() {
  removeOldFolders();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const keptFile = join(folder, 'kept');
  const server = await startPostgres({ dataDir: join(folder, 'data'), settings: TEST_SETTINGS });
  return {
    url: server.url,
    keptFile,
    stop: async () => {
      await server.stop();
      if (existsSync(keptFile)) {
        const names = readFileSync(keptFile, 'utf8').trim().split('\n').join(', ');
        process.stderr.write(
          `\nDatabases of failed test files were kept: ${names}\nTo look at them: node --conditions=@domovoy/source packages/testkit/src/postgres/main.ts ${server.dataDir}\n`,
        );
      } else rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Folders of runs that were killed, and kept ones that nobody can still be interested in. */
function removeOldFolders() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    const isKept = existsSync(join(folder, 'kept'));
    const isOld = Date.now() - statSync(folder).mtimeMs > KEPT_FOR_MS;
    if (isOld || !(isKept || isRunning(Number(name.slice(PREFIX.length).split('-')[0]))))
      rmSync(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
