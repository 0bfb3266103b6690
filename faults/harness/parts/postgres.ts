import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@domovoy/store';
import { fillDataFolder } from '@domovoy/testkit';
import { type EmbeddedPostgres, startPostgres, TEST_SETTINGS } from '@domovoy/testkit/postgres';

/**
 * fsync is off, because the machine itself survives these tests. Commits wait for the write as in production: without
 * that, a killed Postgres takes back what it has told to be stored. When something was committed is how an order is judged.
 */
const SETTINGS = { ...TEST_SETTINGS, synchronous_commit: 'on', track_commit_timestamp: 'on' } as const;

/** A Postgres of the test's own, which may be killed; migrated. */
export interface OwnPostgres {
  readonly url: string;
  readonly port: number;
  /** Of the postmaster. */
  readonly pid: number;
  /** kill -9 of the postmaster; its children follow. */
  kill9(): Promise<void>;
  stop(): Promise<void>;
  /** Starts it again, on the same folder and port. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const dataDir = join(await mkdtemp(join(tmpdir(), 'domovoy-fault-')), 'postgres');
  fillDataFolder(dataDir);
  let server: EmbeddedPostgres = await startPostgres({ dataDir, settings: SETTINGS });
  await migrate(server.url);
  const { url, port } = server;
  return {
    url,
    port,
    get pid() {
      return server.pid;
    },
    async kill9() {
      server.kill9();
      await server.exited;
    },
    stop: () => server.stop(),
    async start() {
      server = await startPostgres({ dataDir, port, settings: SETTINGS });
    },
    async remove() {
      await server.stop();
      await rm(join(dataDir, '..'), { recursive: true, force: true });
    },
  };
}
