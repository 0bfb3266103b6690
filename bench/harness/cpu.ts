import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What each process used, in CPU seconds. */
export type CpuTimes = ReadonlyMap<string, number>;

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
const TICKS_PER_SECOND = 100;

interface Stat {
  readonly parent: number;
  /** User and system time of the process and all its threads. */
  readonly own: number;
  /** The same of children that have ended. */
  readonly ended: number;
}

function statOf(pid: number): Stat | undefined {
  try {
    // The name in brackets may hold anything; the fields begin behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const seconds = (from: number) => ((fields[from] ?? 0) + (fields[from + 1] ?? 0)) / TICKS_PER_SECOND;
    return { parent: fields[1] ?? 0, own: seconds(11), ended: seconds(13) };
  } catch {
    return undefined; // ended meanwhile, or not Linux
  }
}

/** Postgres' processes by what they are: `backends` serve connections, the others go by their names. */
function postgresTimes(dataDir: string): [string, number][] {
  const postmaster = Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const times: [string, number][] = [['postgres ended', statOf(postmaster)?.ended ?? 0]];
  for (const name of readdirSync('/proc')) {
    const stat = statOf(Number(name));
    if (stat?.parent !== postmaster) continue;
    const title = readFileSync(`/proc/${name}/cmdline`, 'utf8');
    const role =
      /^postgres: (?:.*: )?(walwriter|checkpointer|background writer|autovacuum \w+|io worker)/.exec(
        title,
      )?.[1];
    times.push([`postgres ${role ?? 'backends'}`, stat.own]);
  }
  return times;
}

/** CPU time so far of the named processes, of this one and of all of a Postgres. Empty where there is no /proc. */
export function cpuTimes(pids: Readonly<Record<string, number | undefined>>, dataDir: string): CpuTimes {
  if (process.platform !== 'linux') return new Map();
  const times = new Map<string, number>();
  const add = (name: string, seconds: number) => times.set(name, (times.get(name) ?? 0) + seconds);
  for (const [name, pid] of Object.entries({ ...pids, bench: process.pid }))
    if (pid !== undefined) add(name, statOf(pid)?.own ?? 0);
  for (const [name, seconds] of postgresTimes(dataDir)) add(name, seconds);
  return times;
}

/** `consumer 21.3, postgres backends 34.0, …`: microseconds per event between two looks. */
export function perEvent(before: CpuTimes, after: CpuTimes, events: number): string {
  return [...after]
    .map(([name, seconds]) => [name, ((seconds - (before.get(name) ?? 0)) * 1e6) / events] as const)
    .filter(([, micros]) => micros >= 0.1)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, micros]) => `${name} ${micros.toFixed(1)}`)
    .join(', ');
}
