import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, isPortFree } from '../port/free-port.ts';
import { installedBinaries, versionOf } from './binaries.ts';
import { PLAIN_ENVIRONMENT, prepareDataFolder } from './data-folder.ts';
import { PostgresLaunchError } from './errors.ts';
import type { GuardCommand, GuardEvent } from './guard.ts';
import {
  chooseIdentity,
  parentDeathSignal,
  type RunAs,
  reachableFolder,
  readableBinaries,
} from './identity.ts';
import { clearLeftover, readPostmasterFile, writeOwner } from './leftover.ts';
import { becomesTrue, isAlive } from './process-list.ts';

export interface PostgresOptions {
  /** Where the cluster lives; created when it is not there. */
  dataDir: string;
  /** Default: a free one. */
  port?: number;
  /** Settings of postgresql.conf, over the defaults below. */
  settings?: Readonly<Record<string, string | number>>;
  /** Default: what works here. Only tests have a reason to choose. */
  runAs?: RunAs;
}

/** How the server ended. */
export interface PostgresExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface EmbeddedPostgres {
  readonly url: string;
  readonly port: number;
  /** Of the postmaster. */
  readonly pid: number;
  readonly version: string;
  readonly dataDir: string;
  /** Resolves when the server has ended, for whatever reason. */
  readonly exited: Promise<PostgresExit>;
  /** Orderly: open transactions are rolled back, everything is on disk. */
  stop(): Promise<void>;
  /** kill -9 of the postmaster, for tests of what survives it. */
  kill9(): void;
}

const DEFAULTS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  shared_buffers: '256MB',
  wal_compression: 'on',
  max_wal_size: '2GB',
  // A burst of events leaves dead rows faster than the default minute.
  autovacuum_naptime: '10s',
} as const;

/** For a developer's own machine: the last few commits may be lost in a power cut, nothing is ever torn. */
export const DEVELOPMENT_SETTINGS = { synchronous_commit: 'off' } as const;

/** For databases that nobody wants after the run. */
export const TEST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const;

const START_TIMEOUT_MS = 30_000;
const ATTEMPTS = 10;
const ATTEMPT_PAUSE_MS = 300;

/**
 * Starts a private Postgres on the loopback interface: as root and as an ordinary user, without Docker and without
 * creating system users. It stops when this process ends, also by kill -9. A server left over on the same folder is
 * stopped first; after an unclean end Postgres recovers by itself.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const installed = installedBinaries();
  const version = versionOf(installed);
  const identity = chooseIdentity(options.runAs);
  const binaries = readableBinaries(installed, identity, version);
  const dataDir = reachableFolder(resolve(options.dataDir), identity);
  await clearLeftover(dataDir);
  if (options.port !== undefined && !(await isPortFree(options.port)))
    throw new PostgresLaunchError(
      'POSTGRES_PORT_BUSY',
      `Port ${options.port} is taken by another program. Choose another port, or none for a free one.`,
    );
  prepareDataFolder(dataDir, binaries, identity, version);
  // Children of a killed postmaster need a moment to notice; until then Postgres refuses to start.
  const wasKilled = readPostmasterFile(dataDir) !== undefined;

  const settings = Object.entries({ ...DEFAULTS, ...options.settings });
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const words = [
      ...identity.prefix,
      ...parentDeathSignal(),
      ...PLAIN_ENVIRONMENT,
      binaries.postgres,
      '-D',
      dataDir,
      '-p',
      String(port),
      ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ];
    const started = await launch(words, identity.uid, dataDir);
    if ('pid' in started) {
      const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
      return { url, port, version, dataDir, ...started };
    }
    const mayPass = wasKilled || (options.port === undefined && !(await isPortFree(port)));
    if (!mayPass || attempt === ATTEMPTS)
      throw new PostgresLaunchError(
        'POSTGRES_START_FAILED',
        `Postgres did not start on ${dataDir}. The end of its log: ${started.log}`,
      );
    await new Promise((next) => setTimeout(next, ATTEMPT_PAUSE_MS));
  }
}

type Running = Pick<EmbeddedPostgres, 'pid' | 'exited' | 'stop' | 'kill9'>;

async function launch(
  words: string[],
  uid: number | undefined,
  dataDir: string,
): Promise<Running | { log: string }> {
  const logFile = join(dataDir, 'postgres.log');
  writeFileSync(logFile, '');
  // Detached: Ctrl-C in a terminal goes to the whole foreground group, but this process decides when the database stops.
  const guard = fork(fileURLToPath(new URL(`guard${extname(import.meta.filename)}`, import.meta.url)), {
    detached: true,
    stdio: 'ignore',
    execArgv: [],
  });
  const { started, exited } = follow(guard);
  const tell = (command: GuardCommand) => guard.connected && guard.send(command);
  tell({ command: 'start', words, uid, logFile });

  const pid = await Promise.race([started, exited.then(() => undefined)]);
  if (pid !== undefined && guard.pid !== undefined) writeOwner(dataDir, guard.pid);
  const isReady = () => {
    const file = readPostmasterFile(dataDir);
    return file?.pid === pid && file?.isReady === true;
  };
  await becomesTrue(() => guard.exitCode !== null || isReady(), START_TIMEOUT_MS, 10);
  const stop = async () => {
    tell({ command: 'stop' });
    await exited;
  };
  if (pid === undefined || !isReady()) {
    await stop();
    return { log: existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-1_500) : '(none)' };
  }
  return { pid, exited, stop, kill9: () => isAlive(pid) && process.kill(pid, 'SIGKILL') };
}

/** Turns what the guard says into promises. When the guard itself is killed, the postmaster is stopped from here. */
function follow(guard: ChildProcess): { started: Promise<number>; exited: Promise<PostgresExit> } {
  let pid: number | undefined;
  const started = Promise.withResolvers<number>();
  const exited = Promise.withResolvers<PostgresExit>();
  guard.on('message', (message: GuardEvent) => {
    if (message.event === 'started') {
      pid = message.pid;
      started.resolve(pid);
    } else exited.resolve({ code: message.code, signal: message.signal });
  });
  guard.once('exit', () => exited.resolve(endWithoutGuard(pid)));
  guard.once('error', () => exited.resolve({ code: null, signal: null }));
  return { started: started.promise, exited: exited.promise };
}

async function endWithoutGuard(pid: number | undefined): Promise<PostgresExit> {
  if (pid !== undefined && isAlive(pid)) {
    process.kill(pid, 'SIGINT');
    await becomesTrue(() => !isAlive(pid), START_TIMEOUT_MS);
  }
  return { code: null, signal: null };
}
