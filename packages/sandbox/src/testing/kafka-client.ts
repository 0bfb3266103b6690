import { Kafka, logLevel } from 'kafkajs';
import type { SandboxEndpoints } from '../sandbox.ts';

export interface ReadRecord {
  topic: string;
  partition: number;
  offset: string;
  timestampMs: number;
  key: string | null;
  value: Buffer | null;
}

export const kafkaOf = (brokers: string, { retries } = { retries: 8 }) =>
  new Kafka({
    brokers: [brokers],
    logLevel: logLevel.NOTHING,
    retry: { retries, initialRetryTime: 50, maxRetryTime: 500 },
  });

/** Reads `count` records of some topics in the group of the contract, as a consumer would. */
export async function readRecords(
  { kafka: { brokers, groupId } }: Pick<SandboxEndpoints, 'kafka'>,
  topics: string[],
  count: number,
): Promise<ReadRecord[]> {
  const consumer = kafkaOf(brokers).consumer({ groupId, maxWaitTimeInMs: 100 });
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  const records: ReadRecord[] = [];
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ topic, partition, message: { offset, timestamp, key, value } }) => {
      records.push({
        topic,
        partition,
        offset,
        timestampMs: Number(timestamp),
        key: key?.toString() ?? null,
        value,
      });
      if (records.length >= count) resolve();
    },
  });
  await enough;
  await consumer.disconnect();
  return records;
}

/** What the group of the contract has committed for a topic, by partition. */
export async function committedOf(
  { kafka: { brokers, groupId } }: Pick<SandboxEndpoints, 'kafka'>,
  topic: string,
): Promise<{ partition: number; offset: string }[]> {
  const admin = kafkaOf(brokers).admin();
  await admin.connect();
  const [offsets] = await admin.fetchOffsets({ groupId, topics: [topic] });
  await admin.disconnect();
  return (offsets?.partitions ?? []).toSorted((a, b) => a.partition - b.partition);
}

export async function produce(
  brokers: string,
  topic: string,
  messages: { key: string; value: string }[],
): Promise<void> {
  const producer = kafkaOf(brokers).producer();
  await producer.connect();
  await producer.send({ topic, messages });
  await producer.disconnect();
}
