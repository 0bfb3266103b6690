import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { EnvSource } from '../env.ts';
import type { Exit, Running } from './running.ts';

const LAST_LINES = 12;
/**
 * From source. On a machine with much memory V8 lets the young generation grow to 128 MB while a program loads and keeps
 * them: 330 MB of RSS for a heap of 26 MB. With 8 MB per semi-space it is 110 to 180 MB.
 */
const NODE_FLAGS = ['--conditions=@domovoy/source', '--max-semi-space-size=8'];

export interface ChildOptions {
  /** A TypeScript file, run by this very Node from source. */
  script: string;
  args?: readonly string[];
  env: EnvSource;
  cwd: string;
  onLine: (text: string) => void;
}

/**
 * Starts a Node program in a process group of its own, so that Ctrl-C in the terminal reaches the launcher alone and
 * the launcher decides the order of stopping. The IPC channel carries no message: its end is how the child learns
 * that the launcher is gone, also after a kill -9.
 */
export function startChild({ script, args = [], env, cwd, onLine }: ChildOptions): Running {
  const child = spawn(process.execPath, [...NODE_FLAGS, script, ...args], {
    cwd,
    env: { ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface({ input: stream }).on('line', (text) => {
        last.push(text);
        if (last.length > LAST_LINES) last.shift();
        onLine(text);
      });
  const pid = child.pid ?? 0;
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) => {
      last.push(error.message);
      if (pid === 0) resolve({ code: 1, signal: null });
    });
    // `close`, not `exit`: the last words have been read by then.
    child.once('close', (code, signal) => {
      killGroup(pid);
      resolve({ code, signal });
    });
  });
  return {
    pid,
    exited,
    stop: () => void child.kill('SIGTERM'),
    kill: () => killGroup(pid),
    lastWords: () => last,
  };
}

/** A group id is the pid of its first process; when the group is gone already there is nothing to do. */
export function killGroup(pid: number): void {
  if (pid <= 1) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // gone
  }
}
