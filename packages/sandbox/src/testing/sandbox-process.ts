import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { SandboxEndpoints } from '../sandbox.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface SandboxProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  /** All that it has written so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves at the first line of stdout. */
  readonly firstLine: Promise<string>;
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** `domovoy-sandbox` as a process of its own, with an IPC channel as a launcher would give it. */
export function startProgram(args: string[]): SandboxProcess {
  const child = spawn(process.execPath, ['--conditions=@domovoy/source', MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new TypeError('stdout and stderr are pipes');
  const firstLine = Promise.withResolvers<string>();
  const written = { stdout: '', stderr: '' };
  stdout.setEncoding('utf8').on('data', (text: string) => {
    written.stdout += text;
    if (written.stdout.includes('\n')) firstLine.resolve(written.stdout.split('\n')[0] ?? '');
  });
  stderr.setEncoding('utf8').on('data', (text: string) => {
    written.stderr += text;
  });
  // Not 'close': it never comes when the parent has closed the IPC channel.
  const exited = Promise.all([once(child, 'exit'), finished(stdout), finished(stderr)]).then(
    ([[code, signal]]) => ({ code, signal }),
  );
  return {
    child,
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    firstLine: firstLine.promise,
    exited,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** With `--json`: resolves when it is ready. */
export async function startReady(args: string[]): Promise<SandboxProcess & { endpoints: SandboxEndpoints }> {
  const program = startProgram(['--json', ...args]);
  const line = await Promise.race([
    program.firstLine,
    program.exited.then(() => {
      throw new Error(`the sandbox has not started: ${program.stderr()}`);
    }),
  ]);
  return { ...program, endpoints: JSON.parse(line) };
}
