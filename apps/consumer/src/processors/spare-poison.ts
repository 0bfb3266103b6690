import {
  type DeadRecord,
  type EventRecord,
  isRefusedData,
  type Received,
  type ReceivedChunk,
  refusalReason,
} from '@domovoy/domain';
import type { StoreError } from '@domovoy/store';

/**
 * Gives a chunk to the use case. When the database refuses the chunk for what is in it, the chunk is halved until
 * the records that it refuses are alone; these become dead events, all others are received as usual. Anything that
 * is not clearly the data's fault (an outage, a missing table) is thrown on: the whole chunk comes again later.
 */
export async function sparePoison<E>(
  chunk: ReceivedChunk<E>,
  receive: (chunk: ReceivedChunk<E>) => Promise<Received>,
  bury: (record: EventRecord<E>, error: StoreError) => DeadRecord,
): Promise<Received> {
  try {
    return await receive(chunk);
  } catch (error) {
    if (!isRefusedData(error) || chunk.records.length === 0) throw error;
    if (chunk.dead.length > 0) {
      const [dead, others] = [
        { ...chunk, records: [] },
        { ...chunk, dead: [] },
      ];
      return sum(await receive(dead), await sparePoison(others, receive, bury));
    }
    const [first, second] = chunk.records;
    if (first && !second) return receive({ ...chunk, records: [], dead: [bury(first, error)] });
    const middle = chunk.records.length >> 1;
    const half = (from: number, to?: number) =>
      sparePoison({ ...chunk, records: chunk.records.slice(from, to) }, receive, bury);
    // One after the other: the order of events within a partition is a promise.
    return sum(await half(0, middle), await half(middle));
  }
}

export function burialOf(record: EventRecord<unknown>, error: StoreError): DeadRecord {
  const { offset, timestampMs, hash, payload } = record;
  return {
    offset,
    timestampMs,
    hash,
    raw: Buffer.from(payload),
    reason: refusalReason(error),
  };
}

const sum = (a: Received, b: Received): Received => ({
  fresh: a.fresh + b.fresh,
  dead: a.dead + b.dead,
  recreated: a.recreated || b.recreated,
});
