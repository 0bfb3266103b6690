import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresLaunchError } from './errors.ts';
import { becomesTrue, commandLine, isAlive } from './process-list.ts';

/** What a running server writes about itself: process id, folder, start, port, …; the eighth line is its status. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

const pidFile = (dataDir: string) => join(dataDir, 'postmaster.pid');
/** Who started it, in a file of ours next to Postgres' own. */
const ownerFile = (dataDir: string) => join(dataDir, 'domovoy.owner');
/** Above every possible process id: Postgres takes a file with it for one of a server that is gone. */
const NO_PROCESS = 999_999_999;
const ORDERLY_END_MS = 5_000;
const FORCED_END_MS = 10_000;

export function readPostmasterFile(dataDir: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(pidFile(dataDir), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

export function writeOwner(dataDir: string, guardPid: number): void {
  writeFileSync(ownerFile(dataDir), `${process.pid} ${guardPid}`);
}

/** True while the process that started the server and its guard live: then the server is somebody's. */
function isOwned(dataDir: string): boolean {
  try {
    const [owner = NO_PROCESS, guard = NO_PROCESS] = readFileSync(ownerFile(dataDir), 'utf8')
      .split(' ')
      .map(Number);
    return isAlive(owner) && /\bguard\.[jt]s\b/.test(commandLine(guard));
  } catch {
    return false;
  }
}

/**
 * A server that runs on the folder without anybody who looks after it is stopped, a file of one that is long gone
 * is made harmless. One that another program uses stays, and is an error.
 */
export async function clearLeftover(dataDir: string): Promise<void> {
  const left = readPostmasterFile(dataDir);
  if (left === undefined) return;
  if (!isServer(left.pid, dataDir)) {
    if (isAlive(left.pid)) disown(dataDir);
    return;
  }
  const isGone = () => !isServer(left.pid, dataDir);
  // Its guard may be about to stop it: a second start right after Ctrl-C or kill -9.
  if (await becomesTrue(isGone, isOwned(dataDir) ? ORDERLY_END_MS : 300)) return;
  if (isOwned(dataDir))
    throw new PostgresLaunchError(
      'POSTGRES_DATA_IN_USE',
      `Another program runs a Postgres on ${dataDir} (process ${left.pid}, port ${left.port}). Stop that program first, or choose another folder.`,
    );
  process.kill(left.pid, 'SIGINT');
  if (await becomesTrue(isGone, FORCED_END_MS)) return;
  process.kill(left.pid, 'SIGQUIT');
  await becomesTrue(isGone, FORCED_END_MS);
}

/** The data folder is among the words of every postmaster that was started here. */
const isServer = (pid: number, dataDir: string) => isAlive(pid) && commandLine(pid).includes(dataDir);

/**
 * The process id in the file belongs to something else by now, and Postgres would not start. The rest of the file
 * must stay: by it Postgres finds out whether children of the dead server still use its memory.
 */
function disown(dataDir: string): void {
  const [, ...rest] = readFileSync(pidFile(dataDir), 'utf8').split('\n');
  writeFileSync(pidFile(dataDir), [NO_PROCESS, ...rest].join('\n'));
}
