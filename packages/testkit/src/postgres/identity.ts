import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { type Binaries, binariesBelow } from './binaries.ts';

/** As whom Postgres runs: it refuses to be root. */
export type RunAs = 'self' | 'user-namespace' | 'nobody';

/** How to start a program as that identity. */
export interface Identity {
  readonly runAs: RunAs;
  /** Words before the program's own. */
  readonly prefix: readonly string[];
  /** What the process switches to before it starts the program; undefined: stays what it is. */
  readonly uid: number | undefined;
}

const NOBODY = 65534;
/** Inside a user namespace the process is `nobody` to itself but keeps the file access of root: no chown is needed. */
const USER_NAMESPACE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

const succeeds = (words: readonly string[], uid?: number) => {
  const [command = '', ...rest] = words;
  const options = { stdio: 'ignore', cwd: '/', ...(uid === undefined ? {} : { uid, gid: uid }) } as const;
  return spawnSync(command, rest, options).status === 0;
};

export function chooseIdentity(wanted?: RunAs): Identity {
  const runAs = wanted ?? chooseRunAs();
  return {
    runAs,
    prefix: runAs === 'user-namespace' ? USER_NAMESPACE : [],
    uid: runAs === 'nobody' ? NOBODY : undefined,
  };
}

function chooseRunAs(): RunAs {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return 'self';
  if (succeeds([...USER_NAMESPACE, 'true'])) return 'user-namespace';
  return isRoot ? 'nobody' : 'self';
}

/** initdb wants the user's name, and a container started with a number has none. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** Linux ends the process when its parent dies, even when the parent had no chance to say so. */
export const parentDeathSignal = (): readonly string[] =>
  process.platform === 'linux' && succeeds(['setpriv', '--pdeathsig', 'INT', 'true'])
    ? ['setpriv', '--pdeathsig', 'INT']
    : [];

/** The programs where the identity can read them: a checkout below a folder of root alone is closed to `nobody`. */
export function readableBinaries(binaries: Binaries, identity: Identity, version: string): Binaries {
  if (identity.uid === undefined || succeeds(['test', '-x', binaries.postgres], identity.uid))
    return binaries;
  const copy = binariesBelow(join(tmpdir(), `domovoy-postgres-${version}`));
  if (!existsSync(copy.postgres))
    cpSync(binaries.root, copy.root, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** The data folder where the identity can reach it, which for `nobody` may have to be outside the checkout. */
export function reachableFolder(dataDir: string, identity: Identity): string {
  if (identity.uid === undefined || succeeds(['test', '-x', dirname(dataDir)], identity.uid)) return dataDir;
  const base = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  const folder = join(base, 'domovoy-postgres-data', Buffer.from(dataDir).toString('base64url'));
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  return folder;
}

/** Gives a folder to the identity when an earlier start was made as somebody else. Only root can and must. */
export function giveFolder(folder: string, identity: Identity): void {
  if (process.getuid?.() !== 0) return;
  const owner = identity.uid ?? 0;
  if (lstatSync(folder).uid === owner) return;
  chownSync(folder, owner, owner);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveFolder(path, identity);
    else if (!entry.isSymbolicLink()) chownSync(path, owner, owner);
  }
}
