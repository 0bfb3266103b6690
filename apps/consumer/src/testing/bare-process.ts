import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { compileCache } from '@domovoy/testkit';

export interface BareProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  /** Without a last word. */
  kill(): Promise<void>;
}

/** A part of the consumer as a process of its own, on a database and nothing else. */
export function startBareProcess(script: string, databaseUrl: string): BareProcess {
  const child = spawn(process.execPath, ['--conditions=@domovoy/source', script, databaseUrl], {
    stdio: 'ignore',
    env: { NODE_COMPILE_CACHE: compileCache },
  });
  const exited = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  return { child, kill, [Symbol.asyncDispose]: kill };
}
