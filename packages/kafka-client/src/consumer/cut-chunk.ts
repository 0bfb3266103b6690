import type { KafkaMessage } from 'kafkajs';
import { isUndecodable } from '../codecs/undecodable.ts';
import type { KafkaRecord } from '../record/record.ts';

export interface ChunkLimits {
  chunkRecords: number;
  chunkBytes: number;
}

/** The next records from `from` on, as many as the limits allow and at least one, as copies. */
export function cutChunk(
  topic: string,
  partition: number,
  messages: readonly KafkaMessage[],
  from: number,
  limits: ChunkLimits,
): KafkaRecord[] {
  const records: KafkaRecord[] = [];
  let bytes = 0;
  for (let at = from; at < messages.length && records.length < limits.chunkRecords; at += 1) {
    const message = messages[at];
    if (!message) break;
    bytes += (message.key?.length ?? 0) + (message.value?.length ?? 0);
    if (records.length > 0 && bytes > limits.chunkBytes) break;
    records.push({
      topic,
      partition,
      offset: BigInt(message.offset),
      timestampMs: Number(message.timestamp),
      // kafkajs' buffers are views: one kept value would keep a whole fetch response of megabytes.
      key: message.key && Buffer.from(message.key),
      value: message.value && Buffer.from(message.value),
      ...(message.value === null && isUndecodable(message.headers) && { isUndecodable: true }),
    });
  }
  return records;
}
