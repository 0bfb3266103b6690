// The sandbox's Kafka broker alone, with kafkajs on the other side: what it takes and gives in a second. Broker and client
// share the machine, and the client is the slower one: these figures are a floor.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import kafkajs, { type Kafka, type Message, type Producer } from 'kafkajs';
import { Rates } from './harness/figures.ts';
import { startSandboxProcess } from './harness/sandbox.ts';

const VALUE = JSON.stringify({ text: 'x'.repeat(190) });
const LARGE = { messages: 200_000, batch: 1_000 };
const SMALL = { messages: 60_000, batch: 100 };
const SINGLE_SENDS = 2_000;

export async function benchBroker(rounds = 3): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'domovoy-bench-broker-'));
  const sandbox = await startSandboxProcess(data);
  const { brokers, groupId } = sandbox.endpoints.kafka;
  const kafka = new kafkajs.Kafka({ brokers: [brokers], logLevel: kafkajs.logLevel.NOTHING });
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  const rates = new Rates();
  try {
    await producer.connect();
    for (let round = 0; round < rounds; round++) {
      for (const { messages, batch } of [LARGE, SMALL]) {
        const topic = await createTopic(kafka, `batches-of-${batch}-${round}`);
        rates.add(`produced, ${batch} a batch`, messages, await produce(producer, topic, messages, batch));
        rates.add(`consumed, ${batch} a batch`, messages, await consume(kafka, groupId, topic, messages));
      }
      const topic = await createTopic(kafka, `single-${round}`);
      rates.add(
        'produced, one acknowledged send each',
        SINGLE_SENDS,
        await produce(producer, topic, SINGLE_SENDS, 1),
      );
    }
    for (const { batch } of [LARGE, SMALL]) {
      console.log(rates.line(`produced, ${batch} a batch`));
      console.log(rates.line(`consumed, ${batch} a batch`));
    }
    console.log(rates.line('produced, one acknowledged send each'));
  } finally {
    await producer.disconnect();
    await sandbox.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function createTopic(kafka: Kafka, topic: string): Promise<string> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 3 }] });
  await admin.disconnect();
  return topic;
}

const secondsSince = (start: number) => (performance.now() - start) / 1_000;

/** Seconds until the last batch was acknowledged. */
async function produce(producer: Producer, topic: string, count: number, batch: number): Promise<number> {
  const messages: Message[] = Array.from({ length: batch }, (_, i) => ({ key: `k${i % 97}`, value: VALUE }));
  const start = performance.now();
  for (let sent = 0; sent < count; sent += batch) await producer.send({ topic, messages });
  return secondsSince(start);
}

/** Seconds from the first batch to the last message: joining the group is not part of it. */
async function consume(kafka: Kafka, groupId: string, topic: string, count: number): Promise<number> {
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const { promise: seconds, resolve } = Promise.withResolvers<number>();
  let received = 0;
  let start = 0;
  await consumer.run({
    eachBatch: ({ batch }) => {
      if (received === 0) start = performance.now();
      received += batch.messages.length;
      if (received === count) resolve(secondsSince(start));
      return Promise.resolve();
    },
  });
  const result = await seconds;
  await consumer.disconnect();
  return result;
}
