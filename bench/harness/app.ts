import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Starts a program of this repository from its sources, as its own process. Its last lines are told when it fails. */
export function startProgram(
  path: string,
  options: {
    args?: string[];
    env?: Record<string, string>;
    onLine?: (line: string) => void;
    /** What was built, as an image runs it. */
    isBuilt?: boolean;
  } = {},
): ChildProcess & { stop(): Promise<void> } {
  const child = spawn(
    process.execPath,
    [
      ...(options.isBuilt === true ? [] : ['--conditions=@domovoy/source']),
      `${root}${path}`,
      ...(options.args ?? []),
    ],
    // oxlint-disable-next-line node/no-process-env -- a child needs the PATH of this process
    { env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface({ input: stream }).on('line', (line) => {
        last.push(line);
        if (last.length > 20) last.shift();
        options.onLine?.(line);
      });
  let stopping = false;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      if (!stopping) console.error(`${path} ended (${code ?? signal}):\n${last.join('\n')}`);
      resolve();
    });
  });
  return Object.assign(child, {
    async stop() {
      stopping = true;
      child.kill('SIGTERM');
      await exited;
    },
  });
}
