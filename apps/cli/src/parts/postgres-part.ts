import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbeddedPostgres, startPostgres } from '@domovoy/testkit/postgres';
import type { Running } from './running.ts';

export const hasDatabase = (dataDir: string): boolean => existsSync(join(dataDir, 'PG_VERSION'));

/**
 * The embedded Postgres. Commits are durable here too: with `synchronous_commit=off` a kill -9 of the server could
 * lose a commit whose Kafka offset is committed already, and the event with it.
 */
export async function startPostgresPart(options: {
  dataDir: string;
  port: number;
}): Promise<{ running: Running; postgres: EmbeddedPostgres }> {
  const postgres = await startPostgres({
    ...options,
    // One developer: small enough that no backend's share of it looks like a leak.
    settings: { shared_buffers: '96MB', max_connections: 100 },
  });
  const running: Running = {
    pid: postgres.pid,
    exited: postgres.exited,
    stop: () => void postgres.stop(),
    kill: () => postgres.kill9(),
    lastWords: () => [`its log: ${join(options.dataDir, 'postgres.log')}`],
  };
  return { running, postgres };
}
