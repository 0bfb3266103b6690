import { resolve } from 'node:path';
import { CliError } from '../cli-error.ts';
import { dataDirAt } from '../data-folder/data-dir.ts';
import { type Endpoints, readEndpoints } from '../data-folder/endpoints.ts';
import { readHolder } from '../data-folder/lock.ts';
import type { Environment } from '../env.ts';

/** What `domovoy dev` runs in this data folder now; null when nothing does. A file left by a kill -9 does not count. */
export function readRunningInstance(dataDir: string): Endpoints | null {
  const data = dataDirAt(resolve(dataDir));
  return readHolder(data.lock) ? readEndpoints(data.endpoints) : null;
}

/** The database of the environment, else the one that `domovoy dev` runs. */
export function chooseDatabase({ all }: Environment, dataDir: string): string {
  const url = all['DATABASE_URL']?.trim() || readRunningInstance(dataDir)?.databaseUrl;
  if (url) return url;
  throw new CliError('There is no database to work on: DATABASE_URL is not set, and nothing runs here.', {
    code: 'NO_DATABASE',
    details: ['Start everything with: npm start    or set DATABASE_URL (also in .env)'],
  });
}
