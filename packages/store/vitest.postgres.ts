import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@domovoy/store';
import { copyCluster, recreateDatabase, startPostgres, TEST_SETTINGS } from '@domovoy/testkit/postgres';
import type { TestProject } from 'vitest/node';

// Global set-up of the projects that use Postgres: one server per run, with a migrated database that
// createTestDatabase() copies, and a migrated data folder to copy for those that need a server of their own
// (a copy takes a tenth of the work of initdb and the migrations). Each project calls it in a module of its own, so
// what they share hangs on the process.

const TEMPLATE = 'domovoy_template';
const PREFIX = 'domovoy-test-postgres-';
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

interface Shared {
  url: string;
  keptFile: string | null;
  cluster: string | undefined;
  users: number;
  stop: () => Promise<void>;
}
const registry = globalThis as typeof globalThis & { domovoyTestPostgres?: Promise<Shared> | undefined };

export default async function setup(project: TestProject) {
  registry.domovoyTestPostgres ??= start();
  const shared = await registry.domovoyTestPostgres;
  shared.users++;
  const { url, keptFile, cluster } = shared;
  project.provide('testPostgres', { url, template: TEMPLATE, keptFile, cluster });
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
const external = (url: string) => ({
  url,
  keptFile: null,
  cluster: undefined,
  stop: async () => {},
});

async function embedded() {
  removeOldFolders();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const keptFile = join(folder, 'kept');
  const cluster = await createCluster(join(folder, 'cluster'));
  const dataDir = join(folder, 'data');
  copyCluster(cluster, dataDir);
  const server = await startPostgres({ dataDir, settings: TEST_SETTINGS });
  return {
    url: server.url,
    keptFile,
    cluster,
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

async function createCluster(folder: string): Promise<string> {
  const server = await startPostgres({ dataDir: folder, settings: TEST_SETTINGS });
  await migrate(server.url);
  await server.stop();
  return server.dataDir;
}

/** Folders of runs that were killed, and kept ones that nobody can still be interested in. */
function removeOldFolders() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    const isKept = existsSync(join(folder, 'kept'));
    // Another run may have just removed it.
    const { mtimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs === undefined) continue;
    const isOld = Date.now() - mtimeMs > KEPT_FOR_MS;
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
