import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { compileCache, fillDataFolder, freePort } from '@domovoy/testkit';
import { vi } from 'vitest';
import { type Endpoints, readEndpoints } from '../data-folder/endpoints.ts';
import { PORT_SETTINGS } from '../settings/ports.ts';
import { cleanEnvironment } from './env.ts';
import { findProcesses } from './leftovers.ts';

export const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

/** A working folder of its own: `.env`, `.data` and ports that no other test uses. */
export interface Workplace extends AsyncDisposable {
  folder: string;
  data: string;
  endpointsFile: string;
}

/** Where the first start matters, its Postgres begins with nothing; otherwise with a migrated database. */
export async function createWorkplace({ isNew = false } = {}): Promise<Workplace> {
  const folder = mkdtempSync(join(tmpdir(), 'domovoy-cli-'));
  const data = join(folder, '.data');
  mkdirSync(compileCache, { recursive: true });
  mkdirSync(data);
  symlinkSync(compileCache, join(data, 'compile-cache'));
  if (!isNew) fillDataFolder(join(data, 'postgres'));
  const ports: Record<string, number> = {};
  for (const name of Object.keys(PORT_SETTINGS)) ports[name] = await freePort();
  writeFileSync(join(data, 'ports.json'), JSON.stringify(ports));
  return {
    folder,
    data,
    endpointsFile: join(data, 'endpoints.json'),
    async [Symbol.asyncDispose]() {
      for (const { pid } of findProcesses(data)) killIfThere(pid);
      await vi.waitUntil(() => findProcesses(data).length === 0, { timeout: 10_000 });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface CliRun {
  child: ChildProcess;
  /** What it wrote to stdout and stderr so far. */
  output(): string;
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** The real command, as npm's scripts run it. */
export function runCli(
  place: Workplace,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): CliRun {
  return runNode(place, ['--conditions=@domovoy/source', MAIN, ...args], env);
}

export function runNode(
  place: Workplace,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): CliRun {
  const child = spawn(process.execPath, args, {
    cwd: place.folder,
    env: { ...cleanEnvironment(), NODE_COMPILE_CACHE: compileCache, ...env, DOMOVOY_TEST_DATA: place.data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => lines.push(line));
  return {
    child,
    output: () => lines.join('\n'),
    exited: new Promise((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal }));
    }),
  };
}

/** Resolves with the endpoints at the first moment at which the file is there. */
export async function untilReady(place: Workplace, run: CliRun): Promise<Endpoints> {
  let hasEnded = false;
  run.child.once('close', () => {
    hasEnded = true;
  });
  await vi.waitUntil(() => existsSync(place.endpointsFile) || hasEnded, { timeout: 60_000, interval: 20 });
  const endpoints = readEndpoints(place.endpointsFile);
  if (!endpoints) throw new Error(`it did not become ready:\n${run.output()}`);
  return endpoints;
}

export async function askGraphql<Data>(endpoints: Endpoints, query: string): Promise<Data> {
  const response = await fetch(endpoints.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${endpoints.apiKey}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (!data || errors) throw new Error(`GraphQL answered ${response.status}: ${JSON.stringify(errors)}`);
  return data;
}

export function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has ended meanwhile
  }
}
