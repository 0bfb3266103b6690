import type { SASLOptions } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KafkaBroker } from '../broker.ts';
import type { BrokerEvent } from '../server/request-context.ts';
import { createCertificate, type TestCertificate } from '../testing/certificate.ts';
import { createKafka, createProducer, startConsumer } from '../testing/kafkajs-client.ts';
import { PATIENCE } from '../testing/patience.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.ts';
import { startTestBroker } from '../testing/test-broker.ts';

let folder: TemporaryFolder;
let certificate: TestCertificate;
let broker: KafkaBroker;
const events: BrokerEvent[] = [];
const username = 'domovoy';
const password = 'correct horse';

beforeAll(async () => {
  folder = createTemporaryFolder();
  certificate = createCertificate(folder.path);
  broker = await startTestBroker({
    tls: certificate,
    users: { [username]: password },
    logger: (event) => events.push(event),
  });
});
afterAll(async () => {
  await broker.close();
  folder[Symbol.dispose]();
});

const kafka = (options: { ca?: string; sasl?: SASLOptions }) =>
  createKafka(broker.endpoints.brokers, {
    ssl: options.ca === undefined ? true : { ca: [options.ca] },
    ...(options.sasl ? { sasl: options.sasl } : {}),
    retry: { retries: 0 },
  });

describe('SASL over TLS with an own authority', () => {
  it.each(['plain', 'scram-sha-256', 'scram-sha-512'] as const)(
    'lets kafkajs produce and consume after %s',
    async (mechanism) => {
      const client = kafka({ ca: certificate.ca, sasl: { mechanism, username, password } });
      const producer = createProducer(client);
      await producer.connect();
      await producer.send({ topic: mechanism, messages: [{ key: 'k', value: 'secret' }] });
      await producer.disconnect();
      await using consumer = await startConsumer(client, 'g', [mechanism]);
      await expect
        .poll(() => consumer.received.map(({ value }) => value?.toString()), PATIENCE)
        .toEqual(['secret']);
    },
  );

  it.each(['plain', 'scram-sha-256', 'scram-sha-512'] as const)(
    'refuses a wrong password after %s, and says so without it',
    async (mechanism) => {
      events.length = 0;
      const admin = kafka({
        ca: certificate.ca,
        sasl: { mechanism, username, password: 'wrong horse' },
      }).admin();
      await expect(admin.connect()).rejects.toMatchObject({ name: 'KafkaJSSASLAuthenticationError' });
      await admin.disconnect();
      await expect.poll(() => events.map(({ event }) => event), PATIENCE).toContain('authentication-failed');
      expect(JSON.stringify(events)).not.toContain('horse');
    },
  );

  it('closes the connection at the first request of a client that did not log in', async () => {
    events.length = 0;
    const admin = kafka({ ca: certificate.ca }).admin();
    await expect(admin.connect().then(() => admin.listTopics())).rejects.toThrow(Error);
    await admin.disconnect();
    expect(events).toContainEqual({
      event: 'connection-closed',
      host: '127.0.0.1',
      reason: 'Metadata before authentication',
    });
  });

  it('is not trusted by a client that does not know the authority', async () => {
    const admin = kafka({ sasl: { mechanism: 'plain', username, password } }).admin();
    await expect(admin.connect()).rejects.toThrow(/certificate/);
    await admin.disconnect();
  });
});
