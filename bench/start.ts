// `npm start` on a set-up clone: until ready; then a minute's share of idling: CPU and memory per process. Linux only (/proc).
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@domovoy/store';
import { root } from './harness/app.ts';
import { median, verdict } from './harness/figures.ts';

const IDLE_SECONDS = 20;
const TICKS_PER_SECOND = 100;

interface Usage {
  name: string;
  cpuSeconds: number;
  megabytes: number;
}

/** Every process below `pid`, with what it has used so far. */
function family(pid: number): Map<number, Usage> {
  const found = new Map<number, Usage>();
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      parents.set(Number(entry), fields[1] ?? 0);
      const name = readFileSync(`/proc/${entry}/cmdline`, 'utf8')
        .split('\0')
        .filter((part) => !part.startsWith('-'))
        .slice(0, 2)
        .join(' ');
      const cpuSeconds = ((fields[11] ?? 0) + (fields[12] ?? 0)) / TICKS_PER_SECOND;
      const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${entry}/status`, 'utf8'))?.[1] ?? 0;
      found.set(Number(entry), {
        name: name.replaceAll(root, ''),
        cpuSeconds,
        megabytes: Number(rss) / 1024,
      });
    } catch {} // it ended while we looked
  }
  const below = (child: number): boolean =>
    child === pid || (parents.has(child) && below(parents.get(child) ?? 0));
  return new Map([...found].filter(([child]) => below(child)));
}

async function startOnce(data: string) {
  const started = performance.now();
  const launcher = spawn('npm', ['start', '--', '--data', data], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!existsSync(join(data, 'endpoints.json'))) {
    if (launcher.exitCode !== null) throw new Error('npm start failed');
    await sleep(10);
  }
  return { seconds: (performance.now() - started) / 1000, launcher };
}

async function stop(launcher: ReturnType<typeof spawn>): Promise<void> {
  const exited = new Promise((resolve) => launcher.once('exit', resolve));
  launcher.kill('SIGTERM');
  await exited;
}

export async function start(rounds = 3): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'domovoy-bench-start-'));
  const seconds: number[] = [];
  try {
    const first = await startOnce(data);
    console.log(`first start, new data: ${first.seconds.toFixed(1)} s`);
    await stop(first.launcher);
    for (let round = 0; round < rounds; round++) {
      const { seconds: took, launcher } = await startOnce(data);
      seconds.push(took);
      if (round === rounds - 1) await idle(launcher.pid ?? 0, data);
      await stop(launcher);
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
  console.log(verdict('npm start, seconds until ready', median(seconds), 6, true));
}

/** Until the first import of the mirror is over: with new data it is work, and takes half a minute. */
async function imported(data: string): Promise<void> {
  const { databaseUrl } = JSON.parse(readFileSync(join(data, 'endpoints.json'), 'utf8'));
  await using store = openStore(databaseUrl, { applicationName: 'bench' });
  for (;;) {
    const [runs] = await store.run<{ open: number; known: number }>(
      `select count(*) filter (where state in ('queued', 'running'))::int as open, count(*)::int as known from sync_runs`,
      [],
    );
    if (runs && runs.open === 0 && runs.known > 0) return;
    await sleep(500);
  }
}

async function idle(pid: number, data: string): Promise<void> {
  await imported(data);
  await sleep(15_000); // what starting and importing left behind: compiling, garbage, first polls
  const before = family(pid);
  await sleep(IDLE_SECONDS * 1_000);
  for (const [child, now] of family(pid)) {
    const spent = ((now.cpuSeconds - (before.get(child)?.cpuSeconds ?? 0)) / IDLE_SECONDS) * 100;
    if (now.megabytes < 40 && spent < 0.2) continue; // Postgres' background processes, npm's shells
    console.log(verdict(`idle, % of a core: ${now.name.slice(-32)}`, spent, 1, true));
    console.log(verdict(`idle, MB resident: ${now.name.slice(-32)}`, now.megabytes, 200, true));
  }
}
