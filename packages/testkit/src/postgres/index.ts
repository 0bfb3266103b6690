export { copyCluster } from './copy-cluster.ts';
export { PostgresLaunchError, type PostgresLaunchErrorCode } from './errors.ts';
export type { RunAs } from './identity.ts';
export { recreateDatabase } from './recreate-database.ts';
export {
  DEVELOPMENT_SETTINGS,
  type EmbeddedPostgres,
  type PostgresExit,
  type PostgresOptions,
  startPostgres,
  TEST_SETTINGS,
} from './start-postgres.ts';
