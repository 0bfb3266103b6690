import { inject } from 'vitest';
import { copyCluster } from '../postgres/index.ts';

/**
 * For a Postgres that a test starts itself: puts a migrated, empty cluster into its folder, instead of initdb and
 * migrations. Does nothing where the tests use an external server; so migrate anyway, which then finds nothing to do.
 */
export function fillDataFolder(dataDir: string): void {
  const { cluster } = inject('testPostgres');
  if (cluster !== undefined) copyCluster(cluster, dataDir);
}
