import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that can be told from a later one with the same pid. */
export interface ProcessIdentity {
  pid: number;
  /** When it began, as the system tells it; empty when the system does not. */
  began: string;
}

export function identify(pid: number): ProcessIdentity {
  return { pid, began: readBegan(pid) };
}

/** Does this very process still run? A zombie does not. */
export function isAlive({ pid, began }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const now = readBegan(pid);
  return now !== 'zombie' && (began === '' || now === '' || now === began);
}

function readBegan(pid: number): string {
  if (process.platform === 'linux') return readLinuxBegan(pid);
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

function readLinuxBegan(pid: number): string {
  try {
    // The second field is the program's name in parentheses and may hold anything: count from its end.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    if (fields[0] === 'Z' || fields[0] === 'X') return 'zombie';
    // Ticks since boot: together with the boot it survives neither a restart of the machine nor of the container.
    return `${fields[19]}@${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
  } catch {
    return '';
  }
}
