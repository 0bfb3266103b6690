import type { KafkaBroker } from '../kafka-broker/index.ts';
import type { EventLog } from './event-log.ts';

/** The broker's log, with the topics that shall always be there. */
export function createBrokerLog(broker: KafkaBroker, wantedTopics: readonly string[]): EventLog {
  const createMissing = () => {
    for (const topic of wantedTopics) if (!broker.topics.includes(topic)) broker.createTopic(topic);
  };
  createMissing();
  return {
    get topics() {
      return broker.topics;
    },
    append({ topic, key, value, timestampMs }) {
      const [position] = broker.append(topic, [{ key, value, timestamp: timestampMs }]);
      if (!position) throw new TypeError('the broker has not said where the record went');
      return position;
    },
    endOffsets: (topic) => (broker.topics.includes(topic) ? broker.endOffsets(topic) : []),
    read: (topic, { partition, offset, limit }) =>
      broker
        .read(topic, { partition, fromOffset: offset, limit })
        .map((record) => ({ ...record, timestampMs: record.timestamp })),
    changed(topic, signal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const end = broker.onAppend((appended) => {
        if (appended.topic === topic) resolve();
      });
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (signal.aborted) resolve();
      return promise.finally(end);
    },
    recordCount(topic) {
      const starts = broker.startOffsets(topic);
      return broker
        .endOffsets(topic)
        .reduce((sum, end, partition) => sum + end - (starts[partition] ?? 0), 0);
    },
    clear() {
      for (const topic of broker.topics) broker.deleteRecords(topic);
      createMissing();
    },
  };
}
