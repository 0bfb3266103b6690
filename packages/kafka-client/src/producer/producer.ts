import kafkajs from 'kafkajs';
import { checkAccess, type KafkaAccess } from '../access/access.ts';
import { mapError } from '../access/map-error.ts';
import { KafkaError } from '../errors.ts';
import { type KafkaLogger, silentLogger } from '../logger.ts';
import { TopicDirectory } from '../topics/topic-directory.ts';
import { isIdempotenceRefused, openConnection, type ProducerConnection } from './connection.ts';
import { partitionOf } from './murmur2.ts';

export interface ProducerOptions {
  access: KafkaAccess;
  clientId: string;
  /** A send that is not confirmed by then rejects with an unknown outcome. */
  deadlineMs?: number;
  compression?: Compression;
  logger?: KafkaLogger;
}

export type Compression = 'none' | 'gzip' | 'snappy' | 'lz4' | 'zstd';

export interface RecordToSend {
  /** Decides the partition, as with every other client of Kafka: same key, same partition, in order. */
  key: string | Buffer;
  value: string | Buffer | null;
  headers?: Readonly<Record<string, string | Buffer>>;
  /** When it happened, in milliseconds since 1970; not given: the moment of sending. */
  timestampMs?: number | undefined;
}

export interface SentRecord {
  topic: string;
  partition: number;
  offset: bigint;
}

export interface KafkaProducer extends AsyncDisposable {
  /** Resolves when all records are stored (`acks: all`), with their places in the order given. */
  send(topic: string, records: readonly RecordToSend[]): Promise<SentRecord[]>;
  close(): Promise<void>;
}

const COMPRESSION = {
  none: kafkajs.CompressionTypes.None,
  gzip: kafkajs.CompressionTypes.GZIP,
  snappy: kafkajs.CompressionTypes.Snappy,
  lz4: kafkajs.CompressionTypes.LZ4,
  zstd: kafkajs.CompressionTypes.ZSTD,
} as const;

const PARTITION_COUNT_MS = 60_000;
const CLOSE_MS = 5000;

interface Numbered {
  index: number;
  key: Buffer;
  value: string | Buffer | null;
  headers: Record<string, string | Buffer>;
  timestampMs: number | undefined;
}

export function createProducer(options: ProducerOptions): KafkaProducer {
  checkAccess(options.access);
  const producer = new KeyedProducer(options);
  return {
    send: (topic, records) => producer.send(topic, records),
    close: () => producer.close(),
    [Symbol.asyncDispose]: () => producer.close(),
  };
}

class KeyedProducer {
  readonly #options: Required<ProducerOptions>;
  readonly #directory: TopicDirectory;
  readonly #partitionCounts = new Map<string, { count: number; at: number }>();
  #connection: Promise<ProducerConnection> | undefined;
  /** So that a retry after a lost answer does not store a record twice. */
  #mayBeIdempotent = true;
  #isClosed = false;

  constructor(options: ProducerOptions) {
    this.#options = { deadlineMs: 30_000, compression: 'none', logger: silentLogger, ...options };
    this.#directory = new TopicDirectory(this.#options);
  }

  async send(topic: string, records: readonly RecordToSend[]): Promise<SentRecord[]> {
    if (this.#isClosed) throw new KafkaError('KAFKA_CLOSED');
    if (records.length === 0) return [];
    const numbered = records.map(checkRecord);
    const deadline = Date.now() + this.#options.deadlineMs;
    // Looked up first: kafkajs, told of one unknown topic, fails on all topics from then on.
    const count = await this.#within(deadline, this.#partitionCount(topic), false);
    const connecting = this.#connect();
    const connection = await this.#within(deadline, connecting, false);
    const byPartition = Map.groupBy(numbered, ({ key }) => partitionOf(key, count));
    const sent = Array.from<SentRecord>({ length: records.length });
    const outcomes = await Promise.allSettled(
      [...byPartition].map(async ([partition, group]) => {
        const offset = await this.#within(deadline, this.#sendOne(connection, topic, partition, group), true);
        group.forEach(({ index }, at) => {
          sent[index] = { topic, partition, offset: offset + BigInt(at) };
        });
      }),
    );
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (!failed) return sent;
    // Only the connection that failed: another send may have made a new one meanwhile.
    if (this.#connection === connecting) this.#connection = undefined;
    // After a failure kafkajs may go on trying what we have reported as failed: without sockets it cannot.
    connection.sockets.off();
    this.#partitionCounts.delete(topic);
    const isPartial = outcomes.some((outcome) => outcome.status === 'fulfilled');
    const error = mapError(failed.reason, { access: this.#options.access, topic, unknownOutcome: true });
    throw isPartial
      ? new KafkaError('KAFKA_SEND_INCOMPLETE', { cause: error, unknownOutcome: true, detail: topic })
      : error;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const connection = await this.#connection?.catch(() => undefined);
    if (connection) {
      const { producer, sockets } = connection;
      const late = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_MS).unref());
      await Promise.race([producer.disconnect().catch(() => {}), late]);
      sockets.off();
    }
    this.#directory.close();
  }

  /**
   * One send() per partition: kafkajs resolves a send() over several partitions although it lost records, when
   * a broker dies meanwhile.
   */
  async #sendOne(
    { producer }: ProducerConnection,
    topic: string,
    partition: number,
    group: readonly Numbered[],
  ): Promise<bigint> {
    const results = await producer.send({
      topic,
      acks: -1,
      compression: COMPRESSION[this.#options.compression],
      messages: group.map(({ key, value, headers, timestampMs }) => ({
        key,
        value: typeof value === 'string' ? Buffer.from(value) : value,
        headers,
        partition,
        ...(timestampMs === undefined ? {} : { timestamp: String(timestampMs) }),
      })),
    });
    const [result] = results;
    if (results.length !== 1 || result?.partition !== partition || result.baseOffset === undefined)
      throw new KafkaError('KAFKA_SEND_INCOMPLETE', { unknownOutcome: true, detail: topic });
    return BigInt(result.baseOffset);
  }

  async #partitionCount(topic: string): Promise<number> {
    const known = this.#partitionCounts.get(topic);
    if (known && Date.now() - known.at < PARTITION_COUNT_MS) return known.count;
    const count = await this.#directory.partitionCount(topic);
    this.#partitionCounts.set(topic, { count, at: Date.now() });
    return count;
  }

  #connect(): Promise<ProducerConnection> {
    this.#connection ??= this.#open().catch((cause: unknown) => {
      this.#connection = undefined;
      throw mapError(cause, { access: this.#options.access });
    });
    return this.#connection;
  }

  async #open(): Promise<ProducerConnection> {
    if (this.#mayBeIdempotent) {
      try {
        return await openConnection({ ...this.#options, idempotent: true });
      } catch (cause) {
        if (!isIdempotenceRefused(cause)) throw cause;
        this.#mayBeIdempotent = false;
        this.#options.logger.info(
          {},
          'kafka: the broker offers this user no idempotent sends; going on without',
        );
      }
    }
    return openConnection({ ...this.#options, idempotent: false });
  }

  async #within<Result>(deadline: number, work: Promise<Result>, unknownOutcome: boolean): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new KafkaError('KAFKA_TIMEOUT', { unknownOutcome })),
        Math.max(0, deadline - Date.now()),
      );
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
      work.catch(() => {});
    }
  }
}

function checkRecord({ key, value, headers = {}, timestampMs }: RecordToSend, index: number): Numbered {
  const bytes = typeof key === 'string' ? Buffer.from(key) : key;
  const isValue = value === null || typeof value === 'string' || Buffer.isBuffer(value);
  if (!Buffer.isBuffer(bytes) || bytes.length === 0 || !isValue)
    throw new KafkaError('KAFKA_RECORD_REFUSED', { detail: `record ${index}` });
  return { index, key: bytes, value, headers: { ...headers }, timestampMs };
}
