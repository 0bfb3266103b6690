import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { killGroup } from '../parts/child.ts';
import { readJsonIfThere, readTextIfThere, writePrivateFile } from './data-dir.ts';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';

const Identity = z.object({ pid: z.number().int().positive(), began: z.string() });
const LockContent = z.object({ launcher: Identity, parts: z.array(Identity) });
type LockContent = z.infer<typeof LockContent>;

/** One launcher per data folder. */
export interface Lock {
  /** What runs below the launcher: the next launcher waits until they are gone when this one was killed. */
  setParts(parts: readonly ProcessIdentity[]): void;
  release(): void;
}

/** The launcher that holds the folder now, if one does. */
export function readHolder(path: string): ProcessIdentity | null {
  const content = LockContent.safeParse(readJsonIfThere(path));
  return content.success && isAlive(content.data.launcher) ? content.data.launcher : null;
}

export async function acquireLock(path: string): Promise<Lock> {
  const me = identify(process.pid);
  for (;;) {
    if (createExclusively(path, { launcher: me, parts: [] })) break;
    const holder = readHolder(path);
    if (holder) throw alreadyRunning(holder.pid);
    await clearStale(path);
  }
  let isHeld = true;
  return {
    setParts: (parts) => {
      if (isHeld) writePrivateFile(path, JSON.stringify({ launcher: me, parts }));
    },
    release: () => {
      if (isHeld) rmSync(path, { force: true });
      isHeld = false;
    },
  };
}

function alreadyRunning(pid: number): CliError {
  return new CliError(`domovoy is already running here (pid ${pid}).`, {
    code: 'ALREADY_RUNNING',
    meta: { pid },
  });
}

/** A link to a finished file: whoever reads the lock reads all of it. */
function createExclusively(path: string, content: LockContent): boolean {
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The launcher was killed: its parts notice and stop; those that did not are ended here. */
async function clearStale(path: string): Promise<void> {
  const judged = readTextIfThere(path);
  if (judged === null) return;
  const content = LockContent.safeParse(readJsonIfThere(path));
  const left = content.success ? content.data.parts : [];
  const deadline = Date.now() + 10_000;
  while (left.some(isAlive) && Date.now() < deadline) await delay(50);
  for (const part of left.filter(isAlive)) {
    killGroup(part.pid);
    process.kill(part.pid, 'SIGKILL');
  }

  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return; // another start was quicker
  }
  // Between reading and renaming another start may have taken the lock: then what was moved is not what was judged.
  if (readTextIfThere(aside) !== judged) createFrom(aside, path);
  rmSync(aside, { force: true });
}

function createFrom(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch {
    // a third start holds it by now
  }
}
