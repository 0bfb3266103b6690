import { acceptProduced } from '../records/accept-produced.ts';
import type { Handlers } from '../server/request-context.ts';
import type { PartitionLog } from '../storage/partition-log.ts';
import { answerPartitions } from './answer-partitions.ts';
import type { BrokerState } from './broker-state.ts';
import { fetchRecords } from './fetch-records.ts';

/** The places that ListOffsets can ask for instead of a time. */
const LATEST = -1;
const EARLIEST = -2;
/** "Up to the end" in DeleteRecords. */
const HIGH_WATERMARK = -1;

type RecordHandlers = Pick<Handlers, 'Produce' | 'Fetch' | 'ListOffsets' | 'DeleteRecords'>;

export function createRecordHandlers({ topics }: BrokerState): RecordHandlers {
  return {
    Produce({ acks, topics: produced }, { version }) {
      const refused = { baseOffset: -1, logStartOffset: -1 };
      const answers = answerPartitions(produced, refused, (topic, index, { records }) => {
        const log = topics.partition(topic, index);
        return { baseOffset: log.append(acceptProduced(records, version)), logStartOffset: log.startOffset };
      });
      return acks === 0 ? null : { topics: answers };
    },

    Fetch: (request, { version }) => fetchRecords(topics, request, version),

    ListOffsets({ topics: wanted }) {
      const unknown = { offset: -1, timestamp: -1, offsets: [] as number[] };
      return {
        topics: answerPartitions(wanted, unknown, (topic, index, { timestamp }) => {
          const found = findOffset(topics.partition(topic, index), timestamp);
          return found ? { ...found, offsets: [found.offset] } : unknown;
        }),
      };
    },

    DeleteRecords({ topics: doomed }) {
      return {
        topics: answerPartitions(doomed, { lowWatermark: -1 }, (topic, index, { offset }) => {
          const log = topics.partition(topic, index);
          return { lowWatermark: log.deleteBefore(offset === HIGH_WATERMARK ? log.endOffset : offset) };
        }),
      };
    },
  };
}

function findOffset(log: PartitionLog, timestamp: number): { offset: number; timestamp: number } | undefined {
  if (timestamp === LATEST) return { offset: log.endOffset, timestamp: -1 };
  if (timestamp === EARLIEST) return { offset: log.startOffset, timestamp: -1 };
  const record = log.findByTimestamp(timestamp);
  return record && { offset: record.offset, timestamp: record.timestamp };
}
