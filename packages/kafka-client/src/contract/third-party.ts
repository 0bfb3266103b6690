import { randomUUID } from 'node:crypto';
import kafkajs, { type Admin, type Kafka, type Message, type Producer } from 'kafkajs';
import type { KafkaAccess } from '../access/access.ts';
import { createKafkajs } from '../access/kafkajs-client.ts';
import { SocketSwitch } from '../access/socket-switch.ts';

const RETRY = { retries: 20, initialRetryTime: 50, maxRetryTime: 500 };

/** The other side: creates topics, produces, looks at what a group has committed. Bare kafkajs. */
export class ThirdParty {
  readonly kafka: Kafka;
  readonly #sockets = new SocketSwitch();
  #admin!: Admin;
  #producer!: Producer;

  constructor(access: KafkaAccess) {
    this.kafka = createKafkajs({ access, clientId: 'third-party', retry: RETRY, sockets: this.#sockets });
  }

  /** Also to begin anew: bare kafkajs fails on every topic once one that it used is gone. */
  async connect(): Promise<void> {
    await Promise.allSettled([this.#producer?.disconnect(), this.#admin?.disconnect()]);
    this.#admin = this.kafka.admin();
    this.#producer = this.kafka.producer({
      retry: RETRY,
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    });
    await this.#admin.connect();
    await this.#producer.connect();
  }

  /** A topic of its own for each test. */
  async createTopic(
    partitions = 1,
    name = uniqueName(),
    config: Record<string, string> = {},
  ): Promise<string> {
    const configEntries = Object.entries(config).map(([key, value]) => ({ name: key, value }));
    await this.#admin.createTopics({
      topics: [{ topic: name, numPartitions: partitions, configEntries }],
      waitForLeaders: true,
    });
    return name;
  }

  async deleteTopic(topic: string): Promise<void> {
    await this.#admin.deleteTopics({ topics: [topic] });
    await this.connect();
  }

  async addPartitions(topic: string, count: number): Promise<void> {
    await this.#admin.createPartitions({ topicPartitions: [{ topic, count }] });
    await this.connect();
  }

  async deleteRecordsBefore(topic: string, partition: number, offset: bigint): Promise<void> {
    await this.#admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: String(offset) }] });
  }

  async produce(topic: string, messages: Message[]): Promise<void> {
    await this.#producer.send({ topic, messages });
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
    const [found] = await this.#admin.fetchOffsets({ groupId, topics: [topic] });
    return BigInt(found?.partitions.find((each) => each.partition === partition)?.offset ?? -1);
  }

  async commit(groupId: string, topic: string, partition: number, offset: bigint): Promise<void> {
    await this.#admin.setOffsets({ groupId, topic, partitions: [{ partition, offset: String(offset) }] });
  }

  /** Everything that is stored in a topic, read without our consumer. */
  async readAll(topic: string): Promise<{ key: string; value: string }[]> {
    const ends = await this.#admin.fetchTopicOffsets(topic);
    const expected = ends.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
    const found: { key: string; value: string }[] = [];
    const consumer = this.kafka.consumer({ groupId: uniqueName(), maxWaitTimeInMs: 50 });
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve) => {
      if (expected === 0) resolve();
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

  async close(): Promise<void> {
    await Promise.allSettled([this.#producer.disconnect(), this.#admin.disconnect()]);
    this.#sockets.off();
  }
}

/** Groups and topics of the contract begin with `contract`, so that a restricted user may be granted them. */
export const uniqueName = (): string => `contract-${randomUUID().slice(0, 13)}`;
