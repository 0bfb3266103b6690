import { randomUUID } from 'node:crypto';
import kafkajs, { type Admin, type Cluster, type Kafka, type Message, type Producer } from 'kafkajs';
import { vi } from 'vitest';
import type { KafkaAccess } from '../access/access.ts';
import { createKafkajs } from '../access/kafkajs-client.ts';
import { SocketSwitch } from '../access/socket-switch.ts';

const RETRY = { retries: 20, initialRetryTime: 50, maxRetryTime: 500 };

/**
 * The other side: creates topics, produces, looks at what a group has committed. Bare kafkajs, with a client
 * for each topic and each question: one that has known a topic fails on all topics once that one is gone.
 */
export class ThirdParty {
  readonly kafka: Kafka;
  readonly #sockets = new SocketSwitch();
  readonly #producers = new Map<string, Promise<Producer>>();

  constructor(access: KafkaAccess) {
    this.kafka = createKafkajs({ access, clientId: 'third-party', retry: RETRY, sockets: this.#sockets });
  }

  /** A topic of its own for each test. */
  async createTopic(
    partitions = 1,
    name = uniqueName(),
    config: Record<string, string> = {},
  ): Promise<string> {
    const configEntries = Object.entries(config).map(([key, value]) => ({ name: key, value }));
    const topics = [{ topic: name, numPartitions: partitions, configEntries }];
    await this.#ask((admin) => admin.createTopics({ topics, waitForLeaders: false }));
    await this.#untilLed(name, partitions);
    return name;
  }

  /** A broker answers before it knows the new partitions; kafkajs drops what is sent to one it does not know. */
  async #untilLed(topic: string, count: number): Promise<void> {
    await vi.waitFor(
      async () => {
        const { topics } = await this.#ask((admin) => admin.fetchTopicMetadata({ topics: [topic] }));
        if (topics[0]?.partitions.length !== count)
          throw new Error(`${topic} has no ${count} partitions yet`);
      },
      { timeout: 10_000, interval: 20 },
    );
  }

  async deleteTopic(topic: string): Promise<void> {
    await this.#ask((admin) => admin.deleteTopics({ topics: [topic] }));
  }

  async addPartitions(topic: string, count: number): Promise<void> {
    await this.#ask((admin) => admin.createPartitions({ topicPartitions: [{ topic, count }] }));
    this.#producers.delete(topic);
    await this.#untilLed(topic, count);
  }

  async deleteRecordsBefore(topic: string, partition: number, offset: bigint): Promise<void> {
    const partitions = [{ partition, offset: String(offset) }];
    await this.#ask(async (admin) => {
      // kafkajs deletes only in topics that it has heard of.
      await admin.fetchTopicOffsets(topic);
      await admin.deleteTopicRecords({ topic, partitions });
    });
  }

  async produce(topic: string, messages: Message[]): Promise<void> {
    const producer = this.#producers.get(topic) ?? this.#openProducer();
    this.#producers.set(topic, producer);
    await (await producer).send({ topic, messages });
  }

  /** `count` records, `first`, `first + 1`, …, spread over the partitions by their keys. */
  async produceNumbers(topic: string, count: number, first = 0): Promise<string[]> {
    const values = Array.from({ length: count }, (_, at) => String(first + at));
    await this.produce(
      topic,
      values.map((value) => ({ key: `key-${value}`, value })),
    );
    return values;
  }

  /** What the group has committed for the partition; -1 for nothing. */
  async committed(groupId: string, topic: string, partition = 0): Promise<bigint> {
    const [found] = await this.#ask((admin) => admin.fetchOffsets({ groupId, topics: [topic] }));
    return BigInt(found?.partitions.find((each) => each.partition === partition)?.offset ?? -1);
  }

  /** Commits for a group without members, as somebody who is no member. */
  async commit(groupId: string, topic: string, partition: number, offset: bigint): Promise<void> {
    let cluster: Cluster | undefined;
    this.kafka.consumer({
      groupId,
      partitionAssigners: [
        (config) => {
          cluster = config.cluster;
          return kafkajs.PartitionAssigners.roundRobin(config);
        },
      ],
    });
    await cluster?.connect();
    await cluster?.refreshMetadata();
    const coordinator = await cluster?.findGroupCoordinator({ groupId });
    await coordinator?.offsetCommit({
      groupId,
      groupGenerationId: -1,
      memberId: '',
      topics: [{ topic, partitions: [{ partition, offset: String(offset) }] }],
    });
    await cluster?.disconnect();
  }

  /** Everything that is stored in a topic, read without our consumer. */
  async readAll(topic: string): Promise<{ key: string; value: string }[]> {
    const ends = await this.#ask((admin) => admin.fetchTopicOffsets(topic));
    const expected = ends.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
    const found: { key: string; value: string }[] = [];
    if (expected === 0) return found;
    const consumer = this.kafka.consumer({ groupId: uniqueName(), maxWaitTimeInMs: 50 });
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve) => {
      void consumer.run({
        eachMessage: async ({ message }) => {
          found.push({ key: String(message.key), value: String(message.value) });
          if (found.length >= expected) resolve();
        },
      });
    });
    await consumer.disconnect();
    return found;
  }

  close(): void {
    this.#sockets.off();
  }

  async #openProducer(): Promise<Producer> {
    const producer = this.kafka.producer({
      retry: RETRY,
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return producer;
  }

  async #ask<Answer>(question: (admin: Admin) => Promise<Answer>): Promise<Answer> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      return await question(admin);
    } finally {
      await admin.disconnect();
    }
  }
}

/** Groups and topics of the contract begin with `contract`, so that a restricted user may be granted them. */
export const uniqueName = (): string => `contract-${randomUUID().slice(0, 13)}`;
