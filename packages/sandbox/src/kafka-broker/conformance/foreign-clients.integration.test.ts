import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KafkaBroker } from '../broker.ts';
import { createCertificate, type TestCertificate } from '../testing/certificate.ts';
import {
  type Access,
  confluentKafka,
  type ForeignRecord,
  installed,
  kafkaPython,
  kafkaPythonLegacy,
  kcat,
} from '../testing/foreign-client.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.ts';
import { startTestBroker } from '../testing/test-broker.ts';

const COUNT = 60;
const clients = installed([kcat, kafkaPython, kafkaPythonLegacy, confluentKafka]);
const pythonClients = [kafkaPython, kafkaPythonLegacy].filter(({ missing }) => missing === undefined);

const place = ({ topic, partition, offset }: ForeignRecord) =>
  `${topic}/${partition}/${String(offset).padStart(6, '0')}`;
const inOrder = (records: readonly ForeignRecord[]) =>
  records.toSorted((a, b) => place(a).localeCompare(place(b)));
const storedIn = (broker: KafkaBroker, topics: readonly string[]): ForeignRecord[] =>
  topics.flatMap((topic) =>
    broker.read(topic).map(({ partition, offset, timestamp, key, value }) => ({
      topic,
      partition,
      offset,
      timestamp,
      key: key?.toString() ?? null,
      value: value?.toString() ?? null,
    })),
  );
const sentValues = Array.from({ length: COUNT }, (_, i) => `запись ${i}`);

describe.runIf(clients.length > 0)('clients in other languages', { timeout: 60_000 }, () => {
  let broker: KafkaBroker;
  let access: Access;
  const producedTopics: string[] = [];

  beforeAll(async () => {
    broker = await startTestBroker();
    access = { brokers: broker.endpoints.brokers };
  });
  afterAll(() => broker.close());

  it.each(clients)(
    '$name: what it sends is stored once, in each of its codecs, where it was told',
    async (client) => {
      const topics = client.codecs.map((codec) => `${client.name.replaceAll(' ', '-')}-${codec}`);
      producedTopics.push(...topics);
      const acknowledged = await client.produce(access, topics, client.codecs, COUNT);
      for (const topic of topics) {
        const stored = broker.read(topic).map(({ value }) => value?.toString());
        expect(stored).toHaveLength(COUNT);
        expect(new Set(stored)).toEqual(new Set(sentValues));
      }
      if (client !== kcat) expect(inOrder(acknowledged)).toEqual(inOrder(storedIn(broker, topics)));
    },
  );

  it.each(clients)(
    '$name reads as a group what all of them sent: offset, time, key and value',
    async (client) => {
      const topics = producedTopics.filter((topic) =>
        client.codecs.some((codec) => topic.endsWith(`-${codec}`)),
      );
      const expected = storedIn(broker, topics);
      expect(expected.length).toBeGreaterThanOrEqual(COUNT * client.codecs.length);
      const received = await client.consume(access, topics, client.name, expected.length);
      expect(inOrder(received)).toEqual(inOrder(expected));
    },
  );

  it.each(clients)('$name goes on where its group has committed', async (client) => {
    const topic = `committed-${client.name.replaceAll(' ', '-')}`;
    const first = broker.append(topic, [{ key: 'k', value: 'first' }]);
    await client.consume(access, [topic], topic, 1);
    broker.append(topic, [{ key: 'k', value: 'second' }], first[0]?.partition);
    const received = await client.consume(access, [topic], topic, 1);
    expect(received.map(({ value }) => value)).toEqual(['second']);
  });

  it.each(clients)(
    '$name is told that another group than the contract’s is not authorised',
    async (client) => {
      await using strict = await startTestBroker({ allowedGroup: 'contract' });
      strict.append('any', [{ key: 'k', value: 'v' }]);
      const strictAccess = { brokers: strict.endpoints.brokers };
      expect(await client.consume(strictAccess, ['any'], 'contract', 1)).toHaveLength(1);
      await expect(client.consume(strictAccess, ['any'], 'another', 1)).rejects.toThrow(
        /group.?authorization.?failed/i,
      );
    },
  );

  it.each(pythonClients)(
    '$name: three consumers of one process share a group, each with a topic of its own',
    async (client) => {
      const topics = ['SIGN_UPS_ALL', 'SIGN_UPS_demo', 'MESSAGES_IN_demo'].map(
        (topic) => `${topic}-${client.name.length}`,
      );
      for (const topic of topics)
        broker.append(
          topic,
          sentValues.map((value, i) => ({ key: `k${i}`, value })),
        );
      const options = { group: client.name, expect: String(COUNT) };
      const received = await client.run('share', access, topics, options);
      expect(inOrder(received)).toEqual(inOrder(storedIn(broker, topics)));
    },
  );

  it.each(pythonClients)('$name reads the latest records without a group', async (client) => {
    const topic = `latest-${client.name.length}`;
    broker.createTopic(topic, 1);
    broker.append(
      topic,
      sentValues.map((value) => ({ key: null, value })),
    );
    const received = await client.run('latest', access, [topic], { expect: '5' });
    expect(received.map(({ value }) => value)).toEqual(sentValues.slice(-5));
  });
});

describe.runIf(clients.length > 0)('clients in other languages over TLS', { timeout: 60_000 }, () => {
  let folder: TemporaryFolder;
  let certificate: TestCertificate;
  let broker: KafkaBroker;
  const username = 'domovoy';
  const password = 'correct horse';

  beforeAll(async () => {
    folder = createTemporaryFolder();
    certificate = createCertificate(folder.path);
    broker = await startTestBroker({ tls: certificate, users: { [username]: password } });
  });
  afterAll(async () => {
    await broker.close();
    folder[Symbol.dispose]();
  });

  it.each(clients)(
    '$name signs in with SCRAM-SHA-512, checks the authority, sends and reads',
    async (client) => {
      const topic = client.name.replaceAll(' ', '-');
      const access = {
        brokers: broker.endpoints.brokers,
        login: { username, password, caFile: certificate.caFile },
      };
      await client.produce(access, [topic], ['none'], COUNT);
      const received = await client.consume(access, [topic], topic, COUNT);
      expect(inOrder(received)).toEqual(inOrder(storedIn(broker, [topic])));
      expect(received).toHaveLength(COUNT);
    },
  );
});
