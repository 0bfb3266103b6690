import { checkAccess, type KafkaAccess } from '../access/access.ts';
import { KafkaError } from '../errors.ts';
import { type KafkaLogger, silentLogger } from '../logger.ts';
import type { Chunk } from '../record/record.ts';

export interface ConsumerOptions {
  access: KafkaAccess;
  /** How the broker's log calls this program. */
  clientId: string;
  groupId: string;
  /** Those that do not exist yet, or vanish, are looked for again and again. */
  topics: readonly string[];
  /** Resolve = commit. Reject = the same records again, after a pause, for ever. */
  onChunk: (chunk: Chunk) => Promise<void>;
  /** At most so many records in one chunk. */
  chunkRecords?: number;
  /** At most so many bytes of keys and values in one chunk; a larger record is a chunk of its own. */
  chunkBytes?: number;
  /** Chunks of so many partitions are handled at the same time; within a partition always one by one. */
  partitionsAtOnce?: number;
  /** How often to look whether topics came, went or grew. */
  topicPollMs?: number;
  /** Records to read, but nothing handled for so long: the consumer is set up anew, the second time it ends. */
  stallMs?: number;
  /** Longest pause between two attempts at the same chunk, and between two attempts to reach a broker. */
  maxBackoffMs?: number;
  /** The group gives up a member that was silent for so long. */
  sessionTimeoutMs?: number;
  logger?: KafkaLogger;
}

export type ConsumerSettings = Required<ConsumerOptions>;

export function consumerSettings(options: ConsumerOptions): ConsumerSettings {
  const settings: ConsumerSettings = {
    chunkRecords: 500,
    chunkBytes: 1024 * 1024,
    partitionsAtOnce: 3,
    topicPollMs: 10_000,
    stallMs: 60_000,
    maxBackoffMs: 5000,
    sessionTimeoutMs: 45_000,
    logger: silentLogger,
    ...options,
    topics: [...new Set(options.topics)],
  };
  checkAccess(settings.access);
  const problems: string[] = [];
  if (settings.groupId === '') problems.push('groupId is empty');
  if (settings.topics.length === 0) problems.push('topics is empty');
  const counts = ['chunkRecords', 'chunkBytes', 'partitionsAtOnce', 'topicPollMs', 'stallMs'] as const;
  for (const name of counts)
    if (!Number.isInteger(settings[name]) || settings[name] < 1)
      problems.push(`${name} is not a positive whole number`);
  if (problems.length > 0) throw new KafkaError('KAFKA_CONFIGURATION', { detail: problems.join('; ') });
  return settings;
}
