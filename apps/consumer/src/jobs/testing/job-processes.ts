import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./job-process.ts', import.meta.url));
const started: ChildProcess[] = [];

/** A process that works on jobs. */
export function startJobProcess(databaseUrl: string): ChildProcess {
  const child = spawn(process.execPath, ['--conditions=@domovoy/source', script, databaseUrl], {
    stdio: 'ignore',
  });
  started.push(child);
  return child;
}

/** kill -9. Resolves when it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

export async function killAll(): Promise<void> {
  await Promise.all(started.splice(0).map(kill));
}
