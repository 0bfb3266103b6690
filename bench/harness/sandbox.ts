import type { SandboxEndpoints } from '@domovoy/sandbox';
import { startProgram } from './app.ts';

/** The sandbox as its own process, so that its broker does not share a thread with what is measured. */
export async function startSandboxProcess(dataDir: string, args: string[] = []) {
  const { promise: endpoints, resolve, reject } = Promise.withResolvers<SandboxEndpoints>();
  const child = startProgram('packages/sandbox/src/main.ts', {
    args: ['--json', '--data', dataDir, ...args],
    onLine: (line) => {
      if (line.startsWith('{"control"')) resolve(JSON.parse(line));
    },
  });
  child.once('exit', () => reject(new Error('the sandbox did not start')));
  return { endpoints: await endpoints, pid: child.pid ?? 0, stop: () => child.stop() };
}
