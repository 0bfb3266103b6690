import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { PostgresLaunchError } from './errors.ts';
import { giveFolder, type Identity } from './identity.ts';

/** Of the caller's environment only what cannot disturb: macOS' Postgres refuses to start without a plain locale. */
export const PLAIN_ENVIRONMENT = ['env', 'LC_ALL=C', 'TZ=UTC'] as const;

/** Makes sure that the folder holds a cluster of this release, owned by the identity. */
export function prepareDataFolder(
  dataDir: string,
  binaries: Binaries,
  identity: Identity,
  version: string,
): void {
  assertWritable(dataDir);
  const versionFile = join(dataDir, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
      throw new PostgresLaunchError(
        'POSTGRES_DATA_FOREIGN',
        `${dataDir} is not empty and holds no Postgres database. Choose another folder.`,
      );
    createCluster(dataDir, binaries, identity);
    return;
  }
  const found = readFileSync(versionFile, 'utf8').trim();
  const needed = version.split('.')[0];
  if (found !== needed)
    throw new PostgresLaunchError(
      'POSTGRES_DATA_VERSION',
      `${dataDir} was written by Postgres ${found}; this is Postgres ${needed}. Move the folder away to begin anew, or set DATABASE_URL to a server that can read it.`,
    );
  giveFolder(dataDir, identity);
}

function assertWritable(dataDir: string): void {
  try {
    mkdirSync(dirname(dataDir), { recursive: true });
    accessSync(existsSync(dataDir) ? dataDir : dirname(dataDir), constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new PostgresLaunchError(
      'POSTGRES_DATA_NOT_WRITABLE',
      `${dataDir} cannot be written. Give the folder to this user, or choose another one.`,
      cause,
    );
  }
}

/** Under another name first: an interrupted initdb leaves nothing that looks like a cluster. */
function createCluster(dataDir: string, binaries: Binaries, identity: Identity): void {
  const unfinished = `${dataDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveFolder(unfinished, identity);
  // The builtin locale is the same on every system, and its sort order never changes with a library.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];
  const access = ['--username=postgres', '--auth=trust'];
  const program = [binaries.initdb, '-D', unfinished, ...access, ...locale, '--no-sync', '--no-instructions'];
  const words = [...identity.prefix, ...PLAIN_ENVIRONMENT, ...program];
  const { status, stderr, error } = spawnSync(words[0] ?? '', words.slice(1), {
    encoding: 'utf8',
    cwd: '/',
    ...(identity.uid === undefined ? {} : { uid: identity.uid, gid: identity.uid }),
  });
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new PostgresLaunchError(
      'POSTGRES_INIT_FAILED',
      `A database could not be created in ${dataDir}: ${(stderr ?? '').trim().slice(-1_000)}`,
      error,
    );
  }
  renameSync(unfinished, dataDir);
}
