import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientAcls, startKafka } from '@domovoy/testkit/kafka';
import { afterAll, describe, test } from 'vitest';
import { env } from './harness/parts/env.ts';
import { type KafkaOptions, openHub } from './harness/parts/hub.ts';
import { type OwnPostgres, startOwnPostgres } from './harness/parts/postgres.ts';
import { untilReady } from './harness/parts/process.ts';
import { installedClients } from './harness/world/foreign-clients.ts';
import { sendAndSee } from './harness/world/send-and-see.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanups.toReversed()) await cleanUp();
});

/** Topics appear when the first record comes: the hub has to notice. */
const config = { 'auto.create.topics.enable': true } as const;
const contract = { groupId: 'contract-17', companyShortName: 'operator' };

/** The hub, told where things are by its environment and by nothing else. */
async function hubOn(database: OwnPostgres, kafka: KafkaOptions) {
  const hub = await openHub({ databaseUrl: database.url, kafka });
  cleanups.push(() => hub.close());
  const [consumer] = await Promise.all([hub.startConsumer(), hub.startApi()]);
  await untilReady(consumer, consumer.url);
  return hub;
}

async function externalPostgres(): Promise<OwnPostgres> {
  const database = await startOwnPostgres();
  cleanups.push(() => database.remove());
  return database;
}

describe('a real Kafka and an external Postgres, by environment only', () => {
  test('without encryption, as in a private network', async () => {
    const [database, cluster] = await Promise.all([externalPostgres(), startKafka({ config })]);
    cleanups.push(() => cluster.stop());
    const kafka = { ...contract, brokers: cluster.brokers, env: { KAFKA_TLS: 'off' } };
    const hub = await hubOn(database, kafka);
    for (const client of installedClients(env.isCi)) await sendAndSee(client, hub, kafka);
  });

  test('as the operator’s contract has it: SASL_SSL, SCRAM, an own authority, one group, no topic but its own', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'domovoy-fault-ca-'));
    cleanups.push(() => rm(folder, { recursive: true, force: true }));
    const acls = clientAcls({
      user: 'client',
      groupPrefix: contract.groupId,
      readPrefixes: ['SIGN_UPS_', 'MESSAGES_'],
    });
    const [database, cluster] = await Promise.all([
      externalPostgres(),
      startKafka({ config, sasl: true, acls, users: { client: 'fault-test' } }),
    ]);
    cleanups.push(() => cluster.stop());
    const ca = join(folder, 'ca.pem');
    await writeFile(ca, cluster.ca ?? '');
    const hub = await hubOn(database, {
      ...contract,
      brokers: cluster.brokers,
      env: {
        KAFKA_SASL_USERNAME: cluster.username ?? '',
        KAFKA_SASL_PASSWORD: cluster.password ?? '',
        KAFKA_CA_FILE: ca,
      },
    });
    // The platform's side of the contract produces without being the hub's user.
    const platform = { ...contract, brokers: cluster.adminBrokers };
    for (const client of installedClients(env.isCi).slice(0, 1)) await sendAndSee(client, hub, platform);
  });
});
