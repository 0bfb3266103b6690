import { CompressionTypes, type Kafka } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KafkaBroker } from '../broker.ts';
import { createKafka, createProducer, startConsumer } from '../testing/kafkajs-client.ts';
import { registerCodecs } from '../testing/kafkajs-codecs.ts';
import { PATIENCE } from '../testing/patience.ts';
import { startTestBroker } from '../testing/test-broker.ts';

registerCodecs();

let broker: KafkaBroker;
let kafka: Kafka;
const connected: { disconnect(): Promise<void> }[] = [];
let number = 0;
const unique = (prefix: string) => `${prefix}-${++number}`;

beforeAll(async () => {
  broker = await startTestBroker();
  kafka = createKafka(broker.endpoints.brokers);
});
afterAll(async () => {
  for (const client of connected) await client.disconnect();
  await broker.close();
});

async function connect<C extends { connect(): Promise<void>; disconnect(): Promise<void> }>(
  client: C,
): Promise<C> {
  await client.connect();
  connected.push(client);
  return client;
}

const messages = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ key: `k${i % 97}`, value: `v${i}` }));
const textOf = (value: Buffer | null) => value?.toString() ?? null;

describe('kafkajs, administration', () => {
  it('creates, describes and deletes topics', async () => {
    const admin = await connect(kafka.admin());
    const topic = unique('admin');
    expect(await admin.createTopics({ topics: [{ topic, numPartitions: 4 }], waitForLeaders: true })).toBe(
      true,
    );
    expect(await admin.createTopics({ topics: [{ topic, numPartitions: 4 }] })).toBe(false);
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    expect(topics[0]?.partitions).toHaveLength(4);
    expect((await admin.describeCluster()).brokers).toHaveLength(1);
    await admin.deleteTopics({ topics: [topic] });
    expect(await admin.listTopics()).not.toContain(topic);
  });

  it('finds offsets by time, and deletes records', async () => {
    const admin = await connect(kafka.admin());
    const topic = unique('times');
    broker.createTopic(topic, 1);
    broker.append(
      topic,
      [1_000, 2_000, 3_000].map((timestamp) => ({ key: 'k', value: 'v', timestamp })),
    );
    expect(await admin.fetchTopicOffsetsByTimestamp(topic, 1_500)).toEqual([{ partition: 0, offset: '1' }]);
    await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '2' }] });
    expect(await admin.fetchTopicOffsets(topic)).toMatchObject([{ low: '2', high: '3' }]);
  });

  it('starts at the beginning of a topic that was deleted and created anew', async () => {
    const admin = await connect(kafka.admin());
    const topic = unique('again');
    const groupId = unique('group');
    broker.append(topic, messages(10));
    {
      await using consumer = await startConsumer(kafka, groupId, [topic]);
      await expect.poll(() => consumer.received.length, PATIENCE).toBe(10);
    }
    await admin.deleteTopics({ topics: [topic] });
    broker.append(topic, messages(5));
    await using consumer = await startConsumer(kafka, groupId, [topic]);
    await expect.poll(() => consumer.received.length, PATIENCE).toBe(5);
  });
});

describe('kafkajs, producing and consuming', () => {
  it.each([
    ['nothing', CompressionTypes.None],
    ['gzip', CompressionTypes.GZIP],
    ['snappy', CompressionTypes.Snappy],
    ['lz4', CompressionTypes.LZ4],
    ['zstd', CompressionTypes.ZSTD],
  ])('brings back keys, values, headers and times, compressed with %s', async (_, compression) => {
    const producer = await connect(createProducer(kafka));
    const topic = unique('codec');
    const sent = [
      { key: 'a', value: 'значение', headers: { trace: 'x' }, timestamp: '1700000000000' },
      { key: 'b', value: null, headers: {}, timestamp: '1700000000001' },
      { key: 'c', value: 'z'.repeat(100_000), headers: {}, timestamp: '1700000000002' },
    ];
    await producer.send({ topic, compression, messages: sent });
    await using consumer = await startConsumer(kafka, unique('group'), [topic]);
    await expect.poll(() => consumer.received.length, PATIENCE).toBe(3);
    const received = consumer.received
      .map(({ key, value, headers, timestamp }) => ({
        key: textOf(key),
        value: textOf(value),
        headers: Object.fromEntries(
          Object.entries(headers ?? {}).map(([name, each]) => [name, String(each)]),
        ),
        timestamp,
      }))
      .toSorted((a, b) => a.timestamp.localeCompare(b.timestamp));
    expect(received).toEqual(sent);
    expect(new Set(broker.read(topic).map(({ value }) => textOf(value)))).toEqual(
      new Set(sent.map(({ value }) => value)),
    );
  });

  it('gets each of 10,000 messages once and each partition in order', async () => {
    const producer = await connect(createProducer(kafka));
    const topic = unique('many');
    for (let i = 0; i < 100; i++) await producer.send({ topic, messages: messages(100) });
    await using consumer = await startConsumer(kafka, unique('group'), [topic]);
    await expect.poll(() => consumer.received.length, PATIENCE).toBe(10_000);
    for (const partition of [0, 1, 2]) {
      const offsets = consumer.received
        .filter((each) => each.partition === partition)
        .map(({ offset }) => Number(offset));
      expect(offsets).toEqual(offsets.map((_, i) => i));
    }
  });

  it('sends keys where the broker itself puts them', async () => {
    const producer = await connect(createProducer(kafka));
    const topic = unique('keys');
    broker.createTopic(topic, 5);
    const sent = messages(200);
    await producer.send({ topic, messages: sent });
    const places = broker.append(topic, sent);
    const byClient = new Map(broker.read(topic).map(({ key, partition }) => [textOf(key), partition]));
    for (const [i, { partition }] of places.entries())
      expect(partition).toBe(byClient.get(sent[i]?.key ?? ''));
  });

  it('sends idempotently, and in transactions that are committed; an abort is refused, since it could not be undone', async () => {
    const topic = unique('tx');
    broker.createTopic(topic, 1);
    const idempotent = await connect(createProducer(kafka, { idempotent: true, maxInFlightRequests: 1 }));
    const first = await idempotent.send({ topic, messages: messages(1) });
    expect(first[0]?.baseOffset).toBe('0');
    const transactional = await connect(
      createProducer(kafka, { transactionalId: unique('id'), idempotent: true, maxInFlightRequests: 1 }),
    );
    const transaction = await transactional.transaction();
    await transaction.send({ topic, messages: messages(2) });
    await transaction.commit();
    expect(broker.read(topic)).toHaveLength(3);
    const doomed = await transactional.transaction();
    await doomed.send({ topic, messages: messages(1) });
    await expect(doomed.abort()).rejects.toMatchObject({ type: 'INVALID_TXN_STATE' });
  });

  it('waits for records that come later, in a long fetch', async () => {
    const topic = unique('later');
    broker.createTopic(topic, 1);
    await using consumer = await startConsumer(kafka, unique('group'), [topic]);
    await expect.poll(() => consumer.assigned(), PATIENCE).toEqual([0]);
    broker.append(topic, [{ key: 'k', value: 'now' }]);
    await expect.poll(() => consumer.received.map(({ value }) => textOf(value)), PATIENCE).toEqual(['now']);
  });
});

describe('kafkajs, groups', () => {
  it('shares partitions among members, moves them when one leaves, and repeats nothing that was committed', async () => {
    const producer = await connect(createProducer(kafka));
    const topic = unique('shared');
    const groupId = unique('group');
    broker.append(topic, messages(300));
    const first = await startConsumer(kafka, groupId, [topic]);
    await expect.poll(() => first.received.length, PATIENCE).toBe(300);
    {
      await using second = await startConsumer(kafka, groupId, [topic]);
      await expect
        .poll(() => [...first.assigned(), ...second.assigned()].toSorted((a, b) => a - b), PATIENCE)
        .toEqual([0, 1, 2]);
      expect(second.assigned().length).toBeGreaterThan(0);
      await producer.send({ topic, messages: messages(300) });
      await expect.poll(() => first.received.length + second.received.length, PATIENCE).toBe(600);
      expect(second.received.length).toBeGreaterThan(0);
    }
    await expect.poll(() => first.assigned(), PATIENCE).toEqual([0, 1, 2]);
    const before = first.received.length;
    await producer.send({ topic, messages: messages(30) });
    await expect.poll(() => first.received.length - before, PATIENCE).toBe(30);
    await first.consumer.disconnect();

    await using next = await startConsumer(kafka, groupId, [topic]);
    await expect.poll(() => next.assigned(), PATIENCE).toEqual([0, 1, 2]);
    await producer.send({ topic, messages: [{ key: 'k', value: 'the only new one' }] });
    await expect
      .poll(() => next.received.map(({ value }) => textOf(value)), PATIENCE)
      .toEqual(['the only new one']);
  });

  it('are described, listed and deleted', async () => {
    const admin = await connect(kafka.admin());
    const topic = unique('described');
    const groupId = unique('group');
    broker.append(topic, messages(3));
    {
      await using consumer = await startConsumer(kafka, groupId, [topic]);
      await expect.poll(() => consumer.received.length, PATIENCE).toBe(3);
      const { groups } = await admin.describeGroups([groupId]);
      expect(groups[0]).toMatchObject({ state: 'Stable', protocolType: 'consumer' });
      expect(groups[0]?.members).toHaveLength(1);
      await expect(admin.deleteGroups([groupId])).rejects.toThrow(/delete/i);
    }
    expect((await admin.listGroups()).groups.map((group) => group.groupId)).toContain(groupId);
    expect((await admin.describeGroups([groupId])).groups[0]?.state).toBe('Empty');
    await admin.deleteGroups([groupId]);
    expect((await admin.listGroups()).groups.map((group) => group.groupId)).not.toContain(groupId);
  });

  it('other than the one that is allowed end with the error of the real service', async () => {
    await using strict = await startTestBroker({ allowedGroup: 'contract' });
    strict.append('t', messages(3));
    const client = createKafka(strict.endpoints.brokers);
    await using allowed = await startConsumer(client, 'contract', ['t']);
    await expect.poll(() => allowed.received.length, PATIENCE).toBe(3);
    await using refused = await startConsumer(client, 'another', ['t']);
    await expect
      .poll(() => refused.crash(), PATIENCE)
      .toMatchObject({
        restart: false,
        error: { name: 'KafkaJSGroupCoordinatorNotFound' },
      });
    expect(refused.received).toEqual([]);
  });
});
