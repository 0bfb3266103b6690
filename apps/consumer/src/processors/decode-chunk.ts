import type { DeadRecord, EventRecord, ReceivedChunk } from '@domovoy/domain';
import { type Chunk, decodeRecord } from '@domovoy/kafka-client';
import type { TopicDefinition } from '@domovoy/models';

/** Reads the records of a chunk: events on one side, what cannot be read on the other. */
export function decodeChunk<Definition extends TopicDefinition>(
  definition: Definition,
  chunk: Chunk,
): ReceivedChunk<Definition['schema']['_zod']['output']> {
  const records: EventRecord<Definition['schema']['_zod']['output']>[] = [];
  const dead: DeadRecord[] = [];
  for (const record of chunk.records) {
    const { offset, timestampMs } = record;
    const decoded = decodeRecord(definition, record);
    if (decoded.ok)
      records.push({
        offset,
        timestampMs,
        hash: decoded.hash,
        payload: decoded.payload,
        event: decoded.event,
      });
    else dead.push({ offset, timestampMs, hash: decoded.hash, raw: decoded.raw, reason: decoded.reason });
  }
  return { partition: chunk.partition, records, dead };
}
