import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { compileCache } from '@domovoy/testkit';
import { vi } from 'vitest';

export interface TestProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  output(): string;
  /** Its /readyz answers 200. */
  ready(): Promise<unknown>;
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
    ready: () =>
      vi.waitUntil(
        async () => {
          if (child.exitCode !== null) throw new Error(`it ended: ${output.slice(-2_000)}`);
          return isReady();
        },
        { timeout: 30_000, interval: 50 },
      ),
    kill: () => end('SIGKILL'),
    [Symbol.asyncDispose]: () => end('SIGTERM'),
  };
}
