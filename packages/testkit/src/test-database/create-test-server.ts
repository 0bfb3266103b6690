import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, TEST_SETTINGS } from '../postgres/index.ts';
import { fillDataFolder } from './fill-data-folder.ts';

/** A Postgres of one test file, migrated and empty. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
}

/**
 * For tests of the feed: on a shared server an open transaction of any other file, even in another database, holds
 * the feed of all. `migrate` is the store's.
 */
export async function createTestServer(
  migrate: (databaseUrl: string) => Promise<unknown>,
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'domovoy-test-server-'));
  const dataDir = join(folder, 'data');
  fillDataFolder(dataDir);
  const server = await startPostgres({ dataDir, settings: TEST_SETTINGS });
  await migrate(server.url);
  return {
    url: server.url,
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
