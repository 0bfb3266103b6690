import { randomUUID } from 'node:crypto';
import { CompanyShortName } from '@domovoy/models';
import { z } from 'zod';
import { type Bitrix24Endpoints, type Bitrix24Options, startBitrix24 } from './bitrix24/start-bitrix24.ts';
import { MAX_ACCOUNTS, MAX_ENTRANCES, planCity } from './city-plan/plan-city.ts';
import { createControl } from './control/create-control.ts';
import { type DataFolder, openDataFolder } from './data-folder/data-folder.ts';
import { createEventRuns } from './events/event-runs.ts';
import { listenOn, startHttp } from './http/listen.ts';
import { type KafkaBroker, type KafkaBrokerOptions, startKafkaBroker } from './kafka-broker/index.ts';
import type { Behaviour } from './rosdomofon/behaviour.ts';
import { createRosDomofon } from './rosdomofon/create-rosdomofon.ts';
import { openContext } from './rosdomofon/open-context.ts';
import { createBrokerLog } from './topics/broker-log.ts';
import { topicsOf } from './topics/company-topics.ts';

export interface SandboxOptions {
  /** Where everything is kept. One sandbox at a time. */
  dataDir: string;
  companyShortName?: string | undefined;
  /** The one consumer group that may read. */
  groupId?: string | undefined;
  authorizeAnyGroup?: boolean | undefined;
  /** A port that is given is had or refused; otherwise it is that of the last time, or a free one. */
  kafkaPort?: number | undefined;
  rosdomofonPort?: number | undefined;
  bitrix24Port?: number | undefined;
  controlPort?: number | undefined;
  /** The same seed in a new folder gives the same events and the same city. */
  seed?: string | number | undefined;
  /** Accounts of the company, at most 100,000; 5,000 when not given. Each of the other two companies has a tenth of them. */
  accounts?: number | undefined;
  /** Entrances of the company, at most 20,000; one for 25 accounts when not given. */
  entrances?: number | undefined;
  /** How RosDomofon behaves where it is known to behave in more than one way. */
  behaviour?: Partial<Behaviour> | undefined;
  /** How the Bitrix24 portal behaves. */
  bitrix24?: Bitrix24Options | undefined;
  /** Passwords by user name: switches SASL on at the Kafka port. */
  sasl?: { users: Readonly<Record<string, string>> } | undefined;
  /** PEM key and certificate: switches TLS on at the Kafka port. */
  tls?: KafkaBrokerOptions['tls'];
}

/** What another program needs to find everything; in this shape it is part of `.data/endpoints.json`. */
export interface SandboxEndpoints {
  control: string;
  rosdomofon: { url: string; username: string; password: string };
  kafka: { brokers: string; groupId: string };
  bitrix24: Bitrix24Endpoints;
  companyShortName: string;
}

export interface Sandbox extends AsyncDisposable {
  readonly endpoints: SandboxEndpoints;
  /** What Kafka's operator may do to a topic, and no control call does. A topic that is deleted takes its offsets with it. */
  readonly broker: Pick<KafkaBroker, 'createTopic' | 'deleteTopic'>;
  close(): Promise<void>;
}

const USERNAME = 'sandbox';

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const folder = openDataFolder(options.dataDir);
  const opened: (() => void | Promise<void>)[] = [() => folder[Symbol.dispose]()];
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= closeAll(opened);
    return closing;
  };
  try {
    const running = await open(folder, options, (end) => opened.push(end));
    return { ...running, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  folder: DataFolder,
  options: SandboxOptions,
  onClose: (end: () => Promise<void>) => void,
): Promise<Pick<Sandbox, 'endpoints' | 'broker'>> {
  const companyShortName = CompanyShortName.parse(options.companyShortName ?? 'demo');
  const groupId = options.groupId ?? 'domovoy-demo';
  const credentials = { username: USERNAME, password: folder.settings.password };
  const lastTime = portsOfLastTime(folder, options);

  const broker = await listenOn(
    { what: 'Kafka', given: options.kafkaPort, lastTime: lastTime.kafka },
    (port) => startKafkaBroker(brokerOptions(folder, options, groupId, port)),
  );
  onClose(() => broker.close());

  const topics = topicsOf(companyShortName);
  const log = createBrokerLog(broker, Object.values(topics));
  const plan = planCity({ companyShortName, seed: options.seed, ...sizesOf(options) });
  const seed = options.seed ?? randomUUID();
  const runs = createEventRuns({ folder, companyShortName, seed, plan });
  const context = openContext({
    folder: folder.rosdomofonFolder,
    plan,
    credentials,
    behaviour: options.behaviour ?? {},
    log,
    topics,
    events: () => runs.current(),
  });
  onClose(async () => context.close());

  const rosdomofon = await listenOn(
    { what: 'RosDomofon', given: options.rosdomofonPort, lastTime: lastTime.rosdomofon },
    (port) => startHttp(createRosDomofon(context), port),
  );
  onClose(() => rosdomofon.close());

  const bitrix24 = await startBitrix24({
    folder,
    options: options.bitrix24 ?? {},
    port: { given: options.bitrix24Port, lastTime: lastTime.bitrix24 },
  });
  onClose(() => bitrix24.close());

  const reset = () => {
    log.clear();
    context.reset();
    bitrix24.context.reset();
    runs.next();
  };
  const kafka = { brokers: broker.endpoints.brokers, groupId };
  const describe = () => ({ companyShortName, kafka, seed: String(seed), city: sizesOf(plan) });
  const control = await listenOn(
    { what: 'the control API', given: options.controlPort, lastTime: lastTime.control },
    (port) =>
      startHttp(
        createControl({ ...context, bitrix24: bitrix24.context, companyShortName, reset, describe }),
        port,
      ),
  );
  onClose(() => control.close());

  folder.change({
    ports: {
      kafka: broker.endpoints.port,
      rosdomofon: rosdomofon.port,
      bitrix24: bitrix24.port,
      control: control.port,
    },
  });
  const endpoints = {
    control: control.url,
    rosdomofon: { url: rosdomofon.url, ...credentials },
    kafka,
    bitrix24: bitrix24.endpoints,
    companyShortName,
  };
  return { endpoints, broker };
}

const brokerOptions = (
  folder: DataFolder,
  { authorizeAnyGroup, sasl, tls }: SandboxOptions,
  groupId: string,
  port: number,
): KafkaBrokerOptions => ({
  dir: folder.kafkaFolder,
  port,
  allowedGroup: authorizeAnyGroup ? undefined : groupId,
  users: sasl?.users,
  tls,
});

const Sizes = z.object({
  accounts: z.int().min(1).max(MAX_ACCOUNTS).optional(),
  entrances: z.int().min(1).max(MAX_ENTRANCES).optional(),
});
const sizesOf = (sizes: z.input<typeof Sizes>) => Sizes.parse(sizes);

/** A port that is now given to one part must not be taken by another that happened to have it. */
function portsOfLastTime({ settings: { ports } }: DataFolder, options: SandboxOptions): typeof ports {
  const given = [options.kafkaPort, options.rosdomofonPort, options.bitrix24Port, options.controlPort];
  return Object.fromEntries(Object.entries(ports).filter(([, port]) => !given.includes(port)));
}

/** In reverse; one that fails does not keep the others open. */
async function closeAll(opened: (() => void | Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const end of opened.toReversed())
    try {
      await end();
    } catch (error) {
      failures.push(error);
    }
  if (failures.length > 0) throw new AggregateError(failures, 'the sandbox could not be closed in full');
}
