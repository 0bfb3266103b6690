import { cpSync, mkdirSync } from 'node:fs';

/** Copies the data folder of a stopped server: a tenth of the work of a new one. */
export function copyCluster(from: string, dataDir: string): void {
  // Postgres refuses a folder that others may read.
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  cpSync(from, dataDir, { recursive: true });
}
