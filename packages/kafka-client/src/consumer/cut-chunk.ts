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
  const { end, bytes } = extentOf(messages, from, limits);
  const copy = copier(bytes);
  return messages.slice(from, end).map((message) => ({
    topic,
    partition,
    offset: BigInt(message.offset),
    timestampMs: Number(message.timestamp),
    key: message.key && copy(message.key),
    value: message.value && copy(message.value),
    ...(message.value === null && isUndecodable(message.headers) && { isUndecodable: true }),
  }));
}

const bytesOf = ({ key, value }: KafkaMessage): number => (key?.length ?? 0) + (value?.length ?? 0);

function extentOf(messages: readonly KafkaMessage[], from: number, limits: ChunkLimits) {
  const limit = Math.min(messages.length, from + limits.chunkRecords);
  let end = from;
  let bytes = 0;
  for (let message = messages[end]; message && end < limit; message = messages[end]) {
    const more = bytesOf(message);
    if (end > from && bytes + more > limits.chunkBytes) break;
    bytes += more;
    end += 1;
  }
  return { end, bytes };
}

/**
 * kafkajs' buffers are views: one kept value would keep a whole fetch response of megabytes. One copy for all of a
 * chunk, because a buffer for each value is a large share of what the garbage collector has to do.
 */
function copier(bytes: number): (source: Buffer) => Buffer {
  const slab = Buffer.allocUnsafeSlow(bytes);
  let next = 0;
  return (source) => {
    const start = next;
    next += source.copy(slab, start);
    return slab.subarray(start, next);
  };
}
