import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** CPU seconds and resident megabytes of a process. Linux only. */
export function usageOf(pid: number): { cpuSeconds: number; megabytes: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0;
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
    megabytes: Number(rss) / 1024,
  };
}

/** CPU seconds of the children of a process, those that have ended included: Postgres' backends under its postmaster. */
export function cpuSecondsOfFamily(parent: number): number {
  const own = readFileSync(`/proc/${parent}/stat`, 'utf8');
  const fields = own.slice(own.lastIndexOf(')') + 2).split(' ');
  let ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const [, ppid, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(ppid) === parent) ticks += Number(rest[9]) + Number(rest[10]);
    } catch {} // it ended while we looked
  }
  return ticks / TICKS_PER_SECOND;
}
