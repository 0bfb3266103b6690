import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@domovoy/testkit';
import { startPersistently, startProcess, type TestProcess } from './process.ts';

export interface SandboxProcess {
  readonly kafkaPort: number;
  readonly brokers: string[];
  readonly groupId: string;
  readonly companyShortName: string;
  /** URL of the control API. */
  readonly control: string;
  /** Its RosDomofon, and who may ask there. */
  readonly rosdomofon: Endpoints['rosdomofon'];
  /** Its Bitrix24 portal: an incoming webhook of an administrator. */
  readonly bitrix24: Endpoints['bitrix24'];
  readonly process: TestProcess;
  kill9(): Promise<void>;
  /** Starts it again, on the same folder and ports. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

interface Endpoints {
  control: string;
  rosdomofon: { url: string; username: string; password: string };
  bitrix24: {
    webhookUrl: string;
    portalUrl: string;
    oauth: { clientId: string; clientSecret: string };
  };
  kafka: { brokers: string; groupId: string };
  companyShortName: string;
}

/** The sandbox as a process of its own, as `npm run sandbox` starts it. */
export async function startSandboxProcess(more: readonly string[] = []): Promise<SandboxProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'domovoy-fault-sandbox-'));
  // Given, because a port that the sandbox finds by itself may go to another program while it is away.
  const ports: string[] = [];
  for (const name of ['kafka', 'rosdomofon', 'bitrix24', 'control'])
    ports.push(`--${name}-port`, String(await freePort()));
  const launch = async () => {
    const process = await startPersistently(() =>
      startProcess({
        name: 'sandbox',
        script: 'packages/sandbox/src/main.ts',
        args: ['--json', '--data', dataDir, ...ports, ...more],
      }),
    );
    const endpoints = JSON.parse(await process.line((line) => line.startsWith('{"control"'))) as Endpoints;
    return { process, endpoints };
  };
  let { process, endpoints } = await launch();
  return {
    kafkaPort: Number(endpoints.kafka.brokers.split(':')[1]),
    brokers: [endpoints.kafka.brokers],
    groupId: endpoints.kafka.groupId,
    companyShortName: endpoints.companyShortName,
    control: endpoints.control,
    rosdomofon: endpoints.rosdomofon,
    bitrix24: endpoints.bitrix24,
    get process() {
      return process;
    },
    kill9: () => process.kill9(),
    async start() {
      ({ process, endpoints } = await launch());
    },
    async remove() {
      await process.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
