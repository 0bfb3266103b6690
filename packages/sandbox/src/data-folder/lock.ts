import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { uptime } from 'node:os';
import { join, resolve } from 'node:path';
import { DataFolderInUseError } from '../errors.ts';

/** Folders that this very process has locked: its own pid in a lock file says nothing about them. */
const held = new Set<string>();

/** Keeps other sandboxes out of a folder. Returns the function that lets them in again. */
export function lockFolder(folder: string): () => void {
  const file = join(resolve(folder), 'sandbox.lock');
  if (held.has(file)) throw new DataFolderInUseError(folder, process.pid, file);
  if (!create(file)) {
    const pid = holderOf(file);
    if (pid !== null) throw new DataFolderInUseError(folder, pid, file);
    rmSync(file, { force: true });
    if (!create(file)) throw new DataFolderInUseError(folder, holderOf(file) ?? 0, file);
  }
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}

function create(file: string): boolean {
  try {
    const descriptor = openSync(file, 'wx', 0o600);
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * The process that holds the lock, or null when it was left over by one that was killed. Pids are given again, so
 * a lock from before the machine started, or with our own pid (as in a container), is a left-over too.
 */
function holderOf(file: string): number | null {
  const pid = Number(readFileSync(file, 'utf8'));
  const bootedAt = Date.now() - uptime() * 1000;
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || statSync(file).mtimeMs < bootedAt)
    return null;
  return isAlive(pid) ? pid : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM'); // alive, but somebody else's
  }
}

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;
