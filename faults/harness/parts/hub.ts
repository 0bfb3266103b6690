import { createApiKey } from '@domovoy/domain';
import { CompanyShortName } from '@domovoy/models';
import { ensureCompany, openStore } from '@domovoy/store';
import { createProxy, type FaultProxy, freePort, skewedClock } from '@domovoy/testkit';
import { type KafkaMoments, type KafkaProxy, watchKafka } from '../seams/kafka-watch.ts';
import { type PostgresMoments, type PostgresProxy, watchPostgres } from '../seams/postgres-watch.ts';
import { Trap } from '../seams/trap.ts';
import { type Subscriber, type SubscriberOptions, subscribe } from '../world/subscriber.ts';
import { startPersistently, startProcess, type TestProcess, untilReady } from './process.ts';

export interface HubOptions {
  databaseUrl: string;
  kafka: KafkaOptions;
  /** What the consumers are told besides. */
  consumerEnv?: Readonly<Record<string, string>>;
}

export interface KafkaOptions {
  brokers: readonly string[];
  groupId: string;
  companyShortName: string;
  /** Login and authority, as the environment names them; without a proxy then. */
  env?: Readonly<Record<string, string>>;
}

/** A consumer or an API, with its address. */
export interface HubProcess extends TestProcess {
  readonly url: string;
}

/** The hub as it runs in production: a consumer and an API as processes, with a proxy on each of their ways. */
export interface Hub {
  readonly databaseUrl: string;
  readonly apiKey: string;
  /** Between consumer and Postgres. The API has a way of its own. */
  readonly consumerToPostgres: PostgresProxy;
  /** Only where the connection is not encrypted. */
  readonly consumerToKafka: KafkaProxy | null;
  readonly apiToPostgres: FaultProxy;
  /** Between subscribers and the API. */
  readonly clientsToApi: FaultProxy;
  readonly traps: PostgresMoments & KafkaMoments;
  /** `clockSkewMs`: so far its wall clock is from the truth. */
  startConsumer(given?: { clockSkewMs?: number }): Promise<HubProcess>;
  startApi(): Promise<HubProcess>;
  subscribe(options: Pick<SubscriberOptions, 'topic' | 'resumes' | 'since'>): Subscriber;
  /** What a client reads over HTTP; throws at errors. */
  query<T>(document: string, variables?: Record<string, unknown>): Promise<T>;
  close(): Promise<void>;
}

export async function openHub({ databaseUrl, kafka, consumerEnv }: HubOptions): Promise<Hub> {
  const apiKey = await seedApiKey(databaseUrl, kafka.companyShortName);
  const postgresPort = Number(new URL(databaseUrl).port);
  const traps = {
    beforeIntake: new Trap('before an intake statement'),
    afterCommit: new Trap('after the commit of an intake statement'),
    beforeClaim: new Trap('before a claim of deliveries'),
    afterClaim: new Trap('after a claim of deliveries'),
    beforeSettle: new Trap('before the settling of a delivery'),
    insideSettle: new Trap('inside the transaction that settles a delivery'),
    afterSettle: new Trap('after the commit of a settling'),
    beforeOffsetCommit: new Trap('before an OffsetCommit'),
    beforeProduce: new Trap('before a record for Kafka'),
    afterProduce: new Trap('after a record for Kafka'),
  };
  const apiPort = await freePort();
  const consumerToPostgres = await watchPostgres(postgresPort, traps);
  const consumerToKafka = kafka.env ? null : await watchKafka(portOf(kafka.brokers), traps);
  const apiToPostgres = await createProxy({ port: postgresPort });
  const clientsToApi = await createProxy({ port: apiPort });
  const through = ({ port }: FaultProxy) => Object.assign(new URL(databaseUrl), { port: String(port) }).href;
  const processes = new Set<TestProcess>();
  const keep = <P extends TestProcess>(process: P): P => {
    processes.add(process);
    return process;
  };
  const apiUrl = `http://127.0.0.1:${apiPort}`;

  return {
    databaseUrl,
    apiKey,
    consumerToPostgres,
    consumerToKafka,
    apiToPostgres,
    clientsToApi,
    traps,
    async startConsumer({ clockSkewMs = 0 } = {}) {
      const port = await freePort();
      const consumer = startProcess({
        name: 'consumer',
        nodeArgs: clockSkewMs === 0 ? [] : ['--import', skewedClock(clockSkewMs)],
        script: 'apps/consumer/src/main.ts',
        env: {
          DATABASE_URL: through(consumerToPostgres),
          KAFKA_BROKERS: consumerToKafka ? `127.0.0.1:${consumerToKafka.port}` : kafka.brokers.join(','),
          KAFKA_GROUP_ID: kafka.groupId,
          COMPANY_SHORT_NAME: kafka.companyShortName,
          HEALTH_PORT: String(port),
          ...(kafka.env ?? { KAFKA_TLS: 'off' }),
          ...consumerEnv,
        },
      });
      return keep(at(consumer, `http://127.0.0.1:${port}`));
    },
    async startApi() {
      const env = { DATABASE_URL: through(apiToPostgres), PORT: String(apiPort) };
      const api = await startPersistently(() =>
        keep(startProcess({ name: 'graphql', script: 'apps/graphql/src/main.ts', env })),
      );
      await untilReady(api, apiUrl);
      return at(api, apiUrl);
    },
    subscribe: (options) =>
      subscribe({ ...options, apiKey, url: `ws://127.0.0.1:${clientsToApi.port}/graphql` }),
    query: (document, variables) => query(`${apiUrl}/graphql`, apiKey, document, variables),
    async close() {
      await Promise.all([...processes].map((process) => process.stop()));
      for (const proxy of [consumerToPostgres, consumerToKafka, apiToPostgres, clientsToApi])
        await proxy?.close();
    },
  };
}

const portOf = (brokers: readonly string[]) => Number(brokers[0]?.split(':')[1]);

/** Not a copy: `isRunning` is a getter. */
const at = (process: TestProcess, url: string): HubProcess => Object.assign(process, { url });

/** What the operator does once: a company and a key for its programs. */
async function seedApiKey(databaseUrl: string, companyShortName: string): Promise<string> {
  await using store = openStore(databaseUrl, { applicationName: 'fault-test', maxConnections: 1 });
  const shortName = CompanyShortName.parse(companyShortName);
  const { id: companyId } = await ensureCompany(store.db, { shortName, name: companyShortName });
  const { key } = await createApiKey(store, { companyId, name: 'fault test', environment: 'dev' });
  return key;
}

async function query<T>(
  url: string,
  apiKey: string,
  document: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ query: document, variables }),
    signal: AbortSignal.timeout(10_000),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: { message: string }[] };
  if (errors || !data) throw new Error(`GraphQL answered ${response.status}: ${JSON.stringify(errors)}`);
  return data;
}
