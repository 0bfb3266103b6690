import {
  type Consumer,
  Kafka,
  type KafkaConfig,
  type KafkaMessage,
  logLevel,
  Partitioners,
  type Producer,
} from 'kafkajs';

export function createKafka(brokers: string, config: Partial<KafkaConfig> = {}): Kafka {
  return new Kafka({
    clientId: 'conformance',
    brokers: [brokers],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3_000,
    retry: { retries: 3, initialRetryTime: 50 },
    ...config,
  });
}

export const createProducer = (kafka: Kafka, options: Parameters<Kafka['producer']>[0] = {}): Producer =>
  kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, ...options });

export interface Received extends Pick<KafkaMessage, 'key' | 'value' | 'offset' | 'timestamp' | 'headers'> {
  readonly topic: string;
  readonly partition: number;
}

/** A member of a group that writes down what it gets. */
export interface TestConsumer extends AsyncDisposable {
  readonly received: Received[];
  /** The partitions that it has at the moment, of all its topics. */
  assigned(): number[];
  readonly joins: () => number;
  /** What ended it, if something did. */
  crash(): { readonly error: Error; readonly restart: boolean } | undefined;
  readonly consumer: Consumer;
}

export async function startConsumer(kafka: Kafka, groupId: string, topics: string[]): Promise<TestConsumer> {
  const consumer = kafka.consumer({
    groupId,
    sessionTimeout: 10_000,
    heartbeatInterval: 200,
    rebalanceTimeout: 5_000,
    maxWaitTimeInMs: 100,
  });
  const received: Received[] = [];
  let assignment: Record<string, number[]> = {};
  let joins = 0;
  let crash: { error: Error; restart: boolean } | undefined;
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    assignment = payload.memberAssignment;
    joins++;
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    crash = payload;
  });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    autoCommitInterval: 100,
    eachMessage: ({ topic, partition, message }) => {
      received.push({ topic, partition, ...message });
      return Promise.resolve();
    },
  });
  return {
    received,
    assigned: () =>
      Object.values(assignment)
        .flat()
        .toSorted((a, b) => a - b),
    joins: () => joins,
    crash: () => crash,
    consumer,
    [Symbol.asyncDispose]: () => consumer.disconnect(),
  };
}
