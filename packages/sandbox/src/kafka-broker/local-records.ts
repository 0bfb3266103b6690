import { KafkaError } from './protocol/error-code.ts';
import { encodeBatch } from './records/encode-batch.ts';
import { partitionForKey } from './records/partition-for-key.ts';
import type { StoredRecord } from './records/record-batch.ts';
import type { Topics } from './storage/topics.ts';

export interface RecordToAppend {
  readonly key: string | Uint8Array | null;
  readonly value: string | Uint8Array | null;
  /** Milliseconds since 1970; default: now. */
  readonly timestamp?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface RecordPosition {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

export interface ReadOptions {
  /** Default: all partitions, one after the other. */
  readonly partition?: number | undefined;
  /** The first offset, in each partition; default: the first that can be read. */
  readonly fromOffset?: number | undefined;
  /** At most this many records altogether. */
  readonly limit?: number | undefined;
}

export interface ReadRecord extends StoredRecord {
  readonly topic: string;
  readonly partition: number;
}

const toBytes = (data: string | Uint8Array | null) => (typeof data === 'string' ? Buffer.from(data) : data);

/**
 * Appends records without a client, one batch per partition. Records with a key go where a client would send them;
 * those without one take turns. There is no size limit: what a broker with larger limits would hold can be tried too.
 */
export function appendRecords(
  topics: Topics,
  topic: string,
  records: readonly RecordToAppend[],
  partition: number | undefined,
): RecordPosition[] {
  const logs = topics.partitions(topic);
  const now = Date.now();
  const places = records.map((record, i) => {
    const key = toBytes(record.key);
    const keyed = key === null ? i % logs.length : partitionForKey(key, logs.length);
    const headers = Object.entries(record.headers ?? {}).map(([name, value]) => ({
      key: name,
      value: Buffer.from(value),
    }));
    const toEncode = { key, value: toBytes(record.value), timestamp: record.timestamp ?? now, headers };
    return { partition: partition ?? keyed, toEncode };
  });
  const positions: RecordPosition[] = [];
  for (const [index, batch] of Map.groupBy(places.entries(), ([, place]) => place.partition)) {
    const baseOffset = topics
      .partition(topic, index)
      .append(encodeBatch(batch.map(([, { toEncode }]) => toEncode)));
    for (const [delta, [i]] of batch.entries()) {
      positions[i] = { topic, partition: index, offset: baseOffset + delta };
    }
  }
  return positions;
}

export function readRecords(topics: Topics, topic: string, options: ReadOptions): ReadRecord[] {
  const { fromOffset = 0, limit = Number.POSITIVE_INFINITY } = options;
  const count = topics.partitions(topic).length;
  const partitions =
    options.partition === undefined ? Array.from({ length: count }, (_, i) => i) : [options.partition];
  const found: ReadRecord[] = [];
  for (const partition of partitions) {
    const log = topics.partition(topic, partition);
    if (fromOffset < 0) throw new KafkaError('OFFSET_OUT_OF_RANGE');
    for (const record of log.records(fromOffset, limit - found.length))
      found.push({ ...record, topic, partition });
  }
  return found;
}
