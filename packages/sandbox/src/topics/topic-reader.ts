import type { EventLog, LoggedRecord } from './event-log.ts';

/** Read at a time, so that a long topic is never in memory as a whole. */
const PAGE = 1000;

/**
 * Follows a topic, when somebody asks and not before: what is kept in a topic survives what the broker survives, and
 * what other programs produced is known too.
 */
export interface TopicReader {
  /** Reads what is new. */
  catchUp(): void;
  /** The topic was emptied. */
  forget(): void;
}

export function createTopicReader(
  log: EventLog,
  topic: string,
  { onRecord, onForget }: { onRecord: (record: LoggedRecord) => void; onForget: () => void },
): TopicReader {
  let positions: number[] = [];

  function forget(): void {
    positions = [];
    onForget();
  }
  function readOn(partition: number, from: number, end: number): void {
    for (let offset = from; offset < end; ) {
      const page = log.read(topic, { partition, offset, limit: PAGE });
      for (const record of page) onRecord(record);
      // By what was read, not by PAGE: the topic may begin far behind the offset that was asked for.
      offset = (page.at(-1)?.offset ?? end) + 1;
    }
  }
  return {
    forget,
    catchUp() {
      const ends = log.endOffsets(topic);
      // Shorter than it was: a client deleted the topic and made it anew.
      if (positions.some((position, partition) => position > (ends[partition] ?? 0))) forget();
      for (const [partition, end] of ends.entries()) readOn(partition, positions[partition] ?? 0, end);
      positions = ends;
    },
  };
}

/** What the bytes say; null when they are no JSON: a topic may hold anything. */
export function jsonOf({ value }: LoggedRecord): unknown {
  if (value === null) return null;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(value));
  } catch {
    return null;
  }
}
