import type { Admin } from 'kafkajs';
import type { KafkaAccess } from '../access/access.ts';
import { ASK_BRIEFLY, createKafkajs, type KafkajsEntry } from '../access/kafkajs-client.ts';
import { mapError, protocolErrorType } from '../access/map-error.ts';
import { SocketSwitch } from '../access/socket-switch.ts';
import { KafkaError } from '../errors.ts';
import type { KafkaLogger } from '../logger.ts';

/** What the broker says about the topics that somebody wants. */
export interface TopicListing {
  /** Name → number of partitions. */
  readonly existing: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
  /** They may exist, but not for this user. */
  readonly forbidden: readonly string[];
}

export interface PartitionEnd {
  topic: string;
  partition: number;
  /** Offset of the next record to be written. */
  end: bigint;
  /** Offset of the oldest record there is. */
  start: bigint;
}

interface Connection {
  admin: Promise<Admin>;
  sockets: SocketSwitch;
}

/** Questions about topics, on a connection of their own that is made anew after any failure. */
export class TopicDirectory {
  readonly #access: KafkaAccess;
  readonly #clientId: string;
  readonly #logger: KafkaLogger | undefined;
  #connection: Connection | undefined;
  #isClosed = false;
  /** From the first answer on, a closed connection is an outage and no wrong setting. */
  #hasEverAnswered = false;

  constructor(options: { access: KafkaAccess; clientId: string; logger?: KafkaLogger }) {
    this.#access = options.access;
    this.#clientId = options.clientId;
    this.#logger = options.logger;
  }

  /** All topics that this user may see, with their number of partitions. */
  async list(): Promise<ReadonlyMap<string, number>> {
    return this.#ask(undefined, async (admin) => {
      const { topics } = await admin.fetchTopicMetadata();
      return new Map(topics.map(({ name, partitions }) => [name, partitions.length]));
    });
  }

  /**
   * The wanted topics among those there are. A list holds neither missing nor forbidden topics, and one topic
   * in trouble spoils the whole list: such topics are asked for one by one.
   */
  async find(wanted: readonly string[]): Promise<TopicListing> {
    const listed = await this.list().catch((cause: KafkaError) => {
      if (cause.meta['type']) return new Map<string, number>();
      throw cause;
    });
    const existing = new Map<string, number>();
    const missing: string[] = [];
    const forbidden: string[] = [];
    for (const topic of wanted) {
      const partitions = listed.get(topic) ?? (await this.#lookAt(topic));
      if (partitions === 'missing') missing.push(topic);
      else if (partitions === 'forbidden') forbidden.push(topic);
      else existing.set(topic, partitions);
    }
    return { existing, missing, forbidden };
  }

  /** Number of partitions of one topic. */
  async partitionCount(topic: string): Promise<number> {
    const found = await this.#lookAt(topic);
    if (found === 'missing') throw new KafkaError('KAFKA_TOPIC_UNKNOWN', { detail: topic });
    if (found === 'forbidden') throw new KafkaError('KAFKA_TOPIC_FORBIDDEN', { detail: topic });
    return found;
  }

  async #lookAt(topic: string): Promise<number | 'missing' | 'forbidden'> {
    try {
      return await this.#ask(topic, async (admin) => {
        const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
        return topics.find(({ name }) => name === topic)?.partitions.length ?? 0;
      });
    } catch (cause) {
      if (cause instanceof KafkaError && cause.code === 'KAFKA_TOPIC_UNKNOWN') return 'missing';
      if (cause instanceof KafkaError && cause.code === 'KAFKA_TOPIC_FORBIDDEN') return 'forbidden';
      throw cause;
    }
  }

  /** Where the topic's partitions begin and end now. */
  async ends(topic: string): Promise<PartitionEnd[]> {
    return this.#ask(topic, async (admin) => {
      const offsets = await admin.fetchTopicOffsets(topic);
      return offsets.map(({ partition, high, low }) => ({
        topic,
        partition,
        end: BigInt(high),
        start: BigInt(low),
      }));
    });
  }

  /** What the group has committed; -1 where it has committed nothing. */
  async committed(
    groupId: string,
    topics: readonly string[],
  ): Promise<{ topic: string; partition: number; offset: bigint }[]> {
    return this.#ask(undefined, async (admin) => {
      const found = await admin.fetchOffsets({ groupId, topics: [...topics] });
      return found.flatMap(({ topic, partitions }) =>
        partitions.map(({ partition, offset }) => ({ topic, partition, offset: BigInt(offset) })),
      );
    });
  }

  /**
   * kafkajs says "no coordinator found" both for a group that is forbidden and for a broker that is away; the
   * true reason is only in its log.
   */
  async isGroupForbidden(groupId: string): Promise<boolean> {
    let isForbidden = false;
    const sockets = new SocketSwitch();
    const onEntry = ({ fields }: KafkajsEntry) => {
      if (protocolErrorType(fields['error']) === 'GROUP_AUTHORIZATION_FAILED') isForbidden = true;
    };
    const kafka = createKafkajs({
      access: this.#access,
      clientId: this.#clientId,
      retry: ASK_BRIEFLY,
      sockets,
      onEntry,
    });
    const admin = kafka.admin();
    try {
      await admin.connect();
      await admin.fetchOffsets({ groupId });
    } catch {
      // The log entry has told what there is to know.
    } finally {
      sockets.off();
    }
    return isForbidden;
  }

  /** At once: questions on their way are rejected. */
  close(): void {
    this.#isClosed = true;
    this.#connection?.sockets.off();
    this.#connection = undefined;
  }

  async #ask<Answer>(
    topic: string | undefined,
    question: (admin: Admin) => Promise<Answer>,
  ): Promise<Answer> {
    if (this.#isClosed) throw new KafkaError('KAFKA_CLOSED');
    const connection = (this.#connection ??= this.#connect());
    let hasConnected = false;
    try {
      const admin = await connection.admin;
      hasConnected = true;
      const answer = await question(admin);
      this.#hasEverAnswered = true;
      return answer;
    } catch (cause) {
      if (this.#connection === connection) this.#connection = undefined;
      connection.sockets.off();
      if (this.#isClosed) throw new KafkaError('KAFKA_CLOSED', { cause });
      throw mapError(cause, {
        access: this.#access,
        ...(topic !== undefined && { topic }),
        ...(!this.#hasEverAnswered && { hasAnswered: hasConnected }),
      });
    }
  }

  #connect(): Connection {
    const sockets = new SocketSwitch();
    const admin = createKafkajs({
      access: this.#access,
      clientId: this.#clientId,
      retry: ASK_BRIEFLY,
      requestTimeoutMs: 10_000,
      sockets,
      ...(this.#logger && { logger: this.#logger }),
    }).admin();
    return { admin: admin.connect().then(() => admin), sockets };
  }
}

/** The topics that this user may see, with their number of partitions. */
export async function listTopics(
  access: KafkaAccess,
  options: { clientId?: string } = {},
): Promise<{ name: string; partitions: number }[]> {
  const directory = new TopicDirectory({ access, clientId: options.clientId ?? 'domovoy' });
  try {
    const topics = await directory.list();
    return [...topics].map(([name, partitions]) => ({ name, partitions }));
  } finally {
    directory.close();
  }
}

/** Where the partitions of a topic begin and end now. */
export async function listPartitionEnds(
  access: KafkaAccess,
  topic: string,
  options: { clientId?: string } = {},
): Promise<PartitionEnd[]> {
  const directory = new TopicDirectory({ access, clientId: options.clientId ?? 'domovoy' });
  try {
    return await directory.ends(topic);
  } finally {
    directory.close();
  }
}
