import type { PartitionStatus } from '@domovoy/kafka-client';

interface Mark {
  /** The partition's end when the mark was set. */
  readonly end: bigint;
  readonly atMs: number;
}

/**
 * For how long records wait, of partitions that tell only how many do: when what was there at a time is handled, the next
 * mark is set. Never more than the truth, so that a steady stream with a few records on their way is not called late.
 */
export class WaitingMarks {
  #marks = new Map<string, Mark>();

  /** Of all partitions of one reader, as they are now; null: nothing waits, or nobody knows. */
  look(partitions: readonly PartitionStatus[], nowMs: number): (number | null)[] {
    const before = this.#marks;
    this.#marks = new Map();
    return partitions.map(({ topic, partition, position, lag }) => {
      if (position === null || lag === null || lag === 0n) return null;
      const key = `${topic}/${partition}`;
      const known = before.get(key);
      const mark = known && position < known.end ? known : { end: position + lag, atMs: nowMs };
      this.#marks.set(key, mark);
      return Math.round(nowMs - mark.atMs);
    });
  }
}
