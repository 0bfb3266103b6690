import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { compileCache } from '@domovoy/testkit';
import { vi } from 'vitest';
import { env as testEnv } from './env.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const KEPT_LINES = 400;

export interface ProcessOptions {
  name: string;
  /** A TypeScript file, from the root of the repository. */
  script: string;
  args?: readonly string[];
  /** Of Node itself. */
  nodeArgs?: readonly string[];
  /** Everything that the process is told. Nothing is inherited but the PATH. */
  env?: Readonly<Record<string, string>>;
}

/** A process of ours, started as in production, with the ways to hurt it. */
export interface TestProcess {
  readonly name: string;
  readonly pid: number;
  readonly isRunning: boolean;
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** What it printed, newest last. */
  readonly lines: readonly string[];
  /** kill -9. Resolves when nothing is left of it. */
  kill9(): Promise<void>;
  /** Orderly, as an operator would. */
  stop(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** The first line that matches, printed already or to come. */
  line(matches: (line: string) => boolean, timeoutMs?: number): Promise<string>;
}

export function startProcess({
  name,
  script,
  args = [],
  nodeArgs = [],
  env = {},
}: ProcessOptions): TestProcess {
  const child = spawn(process.execPath, ['--conditions=@domovoy/source', ...nodeArgs, script, ...args], {
    cwd: root,
    // The channel carries nothing: its end stops the process when the test run itself is killed.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: testEnv.path, NODE_ENV: 'production', NODE_COMPILE_CACHE: compileCache, ...env },
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (lines.length > KEPT_LINES) lines.shift();
      });
  let isRunning = true;
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('error', (error) => lines.push(error.message));
    child.once('close', (code, signal) => {
      isRunning = false;
      resolve({ code, signal });
    });
  });
  const lastWords = () => lines.slice(-15).join('\n');
  return {
    name,
    pid: child.pid ?? 0,
    lines,
    exited,
    get isRunning() {
      return isRunning;
    },
    async kill9() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.kill('SIGCONT'); // a frozen one cannot stop
      child.kill('SIGTERM');
      await exited;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    line: (matches, timeoutMs = 60_000) =>
      vi.waitFor(
        () => {
          const found = lines.find(matches);
          if (found !== undefined) return found;
          throw new Error(`${name} has not printed it${isRunning ? '' : ' and has ended'}:\n${lastWords()}`);
        },
        { timeout: timeoutMs, interval: 10 },
      ),
  };
}

/**
 * Starts a process that has to come back on the port that it had: while it was away any outgoing connection of the
 * machine may have got that port for a moment. One that ends at once is started again, as a supervisor does.
 */
export async function startPersistently(start: () => TestProcess, attempts = 20): Promise<TestProcess> {
  const process = start();
  const isUp = await Promise.race([
    process.line((line) => /"event":"listening"|^\{"control"/.test(line)).then(() => true),
    process.exited.then(() => false),
  ]);
  if (isUp || attempts === 1) return process;
  await setTimeout(250);
  return startPersistently(start, attempts - 1);
}

export interface Readiness {
  readonly status: number;
  readonly body: unknown;
}

/** What `/readyz` says; status 0 when nobody answers. */
export async function readiness(url: string): Promise<Readiness> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  } catch {
    return { status: 0, body: null };
  }
}

export async function untilReady(process: TestProcess, url: string, timeoutMs = 120_000): Promise<void> {
  await vi.waitFor(
    async () => {
      const { status, body } = await readiness(url);
      if (status === 200) return;
      const said = process.lines.slice(-15).join('\n');
      throw new Error(`${process.name} is not ready: ${status} ${JSON.stringify(body)}\n${said}`);
    },
    { timeout: timeoutMs, interval: 25 },
  );
}
