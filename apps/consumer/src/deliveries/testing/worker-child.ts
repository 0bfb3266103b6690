import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { skewedClock } from '@domovoy/testkit';
import { vi } from 'vitest';
import type { WorkerProcessOptions } from './worker-process.ts';

const script = fileURLToPath(new URL('./worker-process.ts', import.meta.url));

/** A process that only sends deliveries, with the ways to hurt it. */
export function startWorkerProcess(options: WorkerProcessOptions, { clockSkewMs = 0 } = {}) {
  const skew = clockSkewMs === 0 ? [] : ['--import', skewedClock(clockSkewMs)];
  const child = spawn(
    process.execPath,
    ['--conditions=@domovoy/source', ...skew, script, JSON.stringify(options)],
    // Its end stops the process when the test run itself is killed.
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  const lines: Record<string, unknown>[] = [];
  const noise: string[] = [];
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line)));
  if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => noise.push(line));
  const exited = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    lines,
    noise,
    event: (name: string, timeout = 30_000) =>
      vi.waitUntil(() => lines.find((line) => line['event'] === name), { timeout, interval: 20 }),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill9: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

export type WorkerProcess = ReturnType<typeof startWorkerProcess>;
