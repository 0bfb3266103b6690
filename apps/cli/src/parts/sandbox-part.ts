import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import type { EnvSource } from '../env.ts';
import { startChild } from './child.ts';
import { describeExit, type Running } from './running.ts';

const START_TIMEOUT_MS = 30_000;
/** Whoever writes as an abonent sees an answer of the portal's operator come back. */
const OPERATOR_ANSWERS_AFTER_MS = 1500;

const SandboxEndpoints = z.object({
  control: z.string(),
  rosdomofon: z.object({ url: z.string(), username: z.string(), password: z.string() }),
  kafka: z.object({ brokers: z.string(), groupId: z.string() }),
  bitrix24: z.object({
    webhookUrl: z.string(),
    portalUrl: z.string(),
    oauth: z.object({ clientId: z.string(), clientSecret: z.string(), authorizeUrl: z.string() }),
  }),
  companyShortName: z.string(),
});
export type SandboxEndpoints = z.infer<typeof SandboxEndpoints>;

export interface SandboxOptions {
  dataDir: string;
  company: string;
  ports: { kafka: number; rosdomofon: number; bitrix24: number; control: number };
  env: EnvSource;
  cwd: string;
  onLine: (text: string) => void;
}

export const hasEvents = (dataDir: string): boolean => existsSync(dataDir) && readdirSync(dataDir).length > 0;

/** Starts the sandbox; resolves when it has said, in one JSON line, where everything is. */
export async function startSandboxPart(
  options: SandboxOptions,
): Promise<{ running: Running; endpoints: SandboxEndpoints }> {
  const { promise: ready, resolve } = Promise.withResolvers<SandboxEndpoints>();
  const running = startChild({
    script: fileURLToPath(import.meta.resolve('@domovoy/sandbox')).replace(/index\.(ts|js)$/, 'main.$1'),
    args: sandboxArguments(options),
    env: options.env,
    cwd: options.cwd,
    onLine: (text) => {
      const endpoints = parseEndpoints(text);
      if (endpoints) resolve(endpoints);
      else options.onLine(text);
    },
  });
  const late = AbortSignal.timeout(START_TIMEOUT_MS);
  const endpoints = await Promise.race([
    ready,
    running.exited.then((exit) => {
      throw notStarted(describeExit(exit), running);
    }),
    new Promise<never>((_, reject) => {
      late.addEventListener('abort', () => reject(notStarted('was not ready in time', running)), {
        once: true,
      });
    }),
  ]).catch((error: unknown) => {
    running.kill();
    throw error;
  });
  return { running, endpoints };
}

function sandboxArguments({ dataDir, company, ports }: SandboxOptions): string[] {
  return [
    '--json',
    `--data=${dataDir}`,
    `--company=${company}`,
    `--kafka-port=${ports.kafka}`,
    `--rosdomofon-port=${ports.rosdomofon}`,
    `--bitrix24-port=${ports.bitrix24}`,
    `--bitrix24-operator=${OPERATOR_ANSWERS_AFTER_MS}`,
    `--control-port=${ports.control}`,
  ];
}

function parseEndpoints(text: string): SandboxEndpoints | null {
  try {
    return SandboxEndpoints.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function notStarted(what: string, running: Running): CliError {
  return new CliError(`The sandbox ${what}. Its last words:`, {
    code: 'SANDBOX_NOT_STARTED',
    details: running.lastWords().map((line) => `  ${line}`),
  });
}
