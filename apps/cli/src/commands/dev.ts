import { enableCompileCache } from 'node:module';
import { resolve as absolute, relative } from 'node:path';
import { CliError } from '../cli-error.ts';
import { choosePorts, readRememberedPorts, rememberPorts } from '../data-folder/choose-ports.ts';
import { type DataDir, makeDataDir } from '../data-folder/data-dir.ts';
import { readEndpoints, removeEndpoints, writeEndpoints } from '../data-folder/endpoints.ts';
import { acquireLock, type Lock } from '../data-folder/lock.ts';
import type { Environment } from '../env.ts';
import { launch, neededPorts } from '../launcher/launch.ts';
import { listenForStop, type StopRequests } from '../launcher/stop-requests.ts';
import { describeExit } from '../parts/running.ts';
import { asCliError, createStack, type Stack } from '../parts/stack.ts';
import type { DevSettings } from '../settings/dev-settings.ts';
import { PORT_SETTINGS, type PortName } from '../settings/ports.ts';
import { verifySettings } from '../settings/verify-settings.ts';
import type { Reporter } from '../terminal/reporter.ts';
import { demoCommand } from './demo-command.ts';

const VERSION = '0.1.0';
/** Above the sum of the stages' deadlines, below the 15 s that are promised. */
const STOP_DEADLINE_MS = 14_500;

export interface DevOptions {
  port?: string | undefined;
  dataDir: string;
}

/** `domovoy dev`: everything on this machine, until it is told to stop. Gives the exit code: 0 for a stop on request. */
export async function runDev(
  options: DevOptions,
  environment: Environment,
  reporter: Reporter,
): Promise<number> {
  const settings = await verifySettings(environment.all, options);
  const data = makeDataDir(absolute(options.dataDir));
  // Node keeps what it compiled, here and in the parts: a third of the time that a program needs to load.
  enableCompileCache(data.compileCache);
  const lock = await acquireLock(data.lock).catch((error: unknown) => {
    throw withAddress(error, data);
  });
  const stack = createStack({
    onParts: (parts) => lock.setParts(parts),
    onRestart: (name, exit, delayMs) =>
      reporter.warning(`${name} ${describeExit(exit)}; it starts again in ${delayMs / 1000} s`),
  });
  const tidyUp = () => {
    stack.kill();
    removeEndpoints(data.endpoints);
    lock.release();
  };
  process.on('exit', tidyUp);
  const requests = listenForStop({
    isUnderNpm: Boolean(environment.shell['npm_lifecycle_event']),
    onInsist: () => process.exit(130),
  });
  removeEndpoints(data.endpoints);
  try {
    return await runStack({ options, settings, environment, reporter, data, stack, requests, lock });
  } finally {
    process.off('exit', tidyUp);
    tidyUp();
  }
}

interface RunContext {
  options: DevOptions;
  settings: DevSettings;
  environment: Environment;
  reporter: Reporter;
  data: DataDir;
  stack: Stack;
  requests: StopRequests;
  lock: Lock;
}

async function runStack(context: RunContext): Promise<number> {
  const { reporter, stack, requests, data } = context;
  let reason: string | CliError;
  try {
    const stopRequested = requests.first;
    const started = await Promise.race([startAll(context), stopRequested, stack.failed]);
    reason = started ?? (await Promise.race([stopRequested, stack.failed]));
  } catch (error) {
    reason = asCliError(error);
  }
  removeEndpoints(data.endpoints);
  if (typeof reason === 'string') reporter.stopping(reason);
  else reporter.failed(reason.message, reason.details);
  const startedAt = performance.now();
  await Promise.race([stack.stop(), deadline(STOP_DEADLINE_MS)]);
  reporter.stopped((performance.now() - startedAt) / 1000);
  return typeof reason === 'string' ? 0 : 1;
}

async function startAll(context: RunContext): Promise<void> {
  const { options, settings, environment, reporter, data, stack, requests } = context;
  const names = neededPorts(settings);
  const chosen = await choosePorts(names, {
    fixed: settings.fixedPorts,
    remembered: readRememberedPorts(data.ports),
    host: settings.host,
  });
  rememberPorts(data.ports, chosen.ports, settings.fixedPorts);
  reporter.header({ version: VERSION, usesSandbox: settings.kafka === null, company: settings.company });
  for (const { name, from, to } of chosen.moved) reporter.note(moved(name, from, to));

  const shownData = relative(process.cwd(), data.root) || '.';
  const endpoints = await launch({
    settings,
    env: { ...environment.all, NODE_COMPILE_CACHE: data.compileCache },
    data,
    shownData,
    ports: chosen.ports,
    stack,
    reporter,
    signal: requests.signal,
  });
  if (requests.signal.aborted) return;
  stack.settle();
  writeEndpoints(data.endpoints, endpoints);
  reporter.ready({
    endpoints,
    endpointsFile: `${shownData}/endpoints.json`,
    seconds: process.uptime(),
    demoCommand: demoCommand(options.dataDir, settings),
    usesSandbox: settings.kafka === null,
  });
}

function moved(name: PortName, from: number, to: number): string {
  return `port ${from} is in use: ${name} is on ${to} (${PORT_SETTINGS[name].variable} chooses another)`;
}

function withAddress(error: unknown, data: DataDir): unknown {
  if (!(error instanceof CliError) || error.code !== 'ALREADY_RUNNING') return error;
  const endpoints = readEndpoints(data.endpoints);
  return new CliError(error.message, {
    code: error.code,
    details: [
      endpoints ? `GraphQL: ${endpoints.graphql}` : 'It is still starting.',
      `Stop it with Ctrl-C in its terminal (or kill ${error.meta['pid']}), or use another folder: --data DIR`,
    ],
  });
}

function deadline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
