import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { compileCache } from '@domovoy/testkit';
import { vi } from 'vitest';

export interface TestProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  output(): string;
  /** Its /readyz answers 200. */
  ready(): Promise<void>;
  kill(): Promise<void>;
}

/** A main file as a process of its own, from source. */
export function startProcess(
  main: string,
  { env, readyUrl }: { env: Readonly<Record<string, string>>; readyUrl: string },
): TestProcess {
  const child = spawn(process.execPath, ['--conditions=@domovoy/source', main], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { NODE_COMPILE_CACHE: compileCache, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => (output += data.toString()));
  const exited = once(child, 'exit');
  const isReady = () =>
    fetch(readyUrl).then(
      ({ status }) => status === 200,
      () => false,
    );
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  return {
    child,
    output: () => output,
    ready: async () => {
      try {
        await vi.waitUntil(() => child.exitCode !== null || isReady(), { timeout: 60_000, interval: 50 });
      } catch {
        // What it says about itself is worth more than that the time is up.
      }
      if (child.exitCode !== null || !(await isReady()))
        throw new Error(`it is not ready: ${output.slice(-3_000)}`);
    },
    kill: () => end('SIGKILL'),
    [Symbol.asyncDispose]: () => end('SIGTERM'),
  };
}
