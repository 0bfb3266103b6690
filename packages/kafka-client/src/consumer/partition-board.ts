export interface PartitionStatus {
  readonly topic: string;
  readonly partition: number;
  /** Offset of the next record to handle; null until the first record or the first look at the group. */
  readonly position: bigint | null;
  /** Records that are waiting; null while unknown. */
  readonly lag: bigint | null;
  /** Attempts in a row that the handler rejected. */
  readonly failures: number;
}

interface Entry {
  topic: string;
  partition: number;
  position: bigint | null;
  end: bigint | null;
  seenAt: number;
  failures: number;
}

const keyOf = (topic: string, partition: number): string => `${topic}/${partition}`;

/** What is known about the partitions that are ours now: where we are, where they end. */
export class PartitionBoard {
  #entries = new Map<string, Entry>();

  /** Replaces the partitions; what is known about those that stay ours is asked for anew too. */
  assign(assignment: Readonly<Record<string, readonly number[]>>): void {
    const before = this.#entries;
    this.#entries = new Map();
    for (const [topic, partitions] of Object.entries(assignment))
      for (const partition of partitions) {
        const key = keyOf(topic, partition);
        const failures = before.get(key)?.failures ?? 0;
        this.#entries.set(key, { topic, partition, position: null, end: null, seenAt: 0, failures });
      }
  }

  isOurs(topic: string, partition: number): boolean {
    return this.#entries.has(keyOf(topic, partition));
  }

  /** A fetch brought records: the partition's end comes with it, for nothing. */
  fetched(topic: string, partition: number, firstOffset: bigint, end: bigint): void {
    const entry = this.#entries.get(keyOf(topic, partition));
    if (!entry) return;
    entry.position ??= firstOffset;
    entry.end = end;
    entry.seenAt = Date.now();
  }

  handled(topic: string, partition: number, endOffset: bigint): void {
    const entry = this.#entries.get(keyOf(topic, partition));
    if (!entry) return;
    entry.position = endOffset;
    entry.failures = 0;
  }

  failed(topic: string, partition: number): number {
    const entry = this.#entries.get(keyOf(topic, partition));
    if (!entry) return 1;
    entry.failures += 1;
    return entry.failures;
  }

  /** From a look at the broker. A position that we know ourselves is newer than what the group has committed. */
  looked(topic: string, partition: number, found: { committed: bigint; start: bigint; end: bigint }): void {
    const entry = this.#entries.get(keyOf(topic, partition));
    if (!entry) return;
    const committed = found.committed < found.start ? found.start : found.committed;
    entry.position ??= committed;
    entry.end = found.end;
    entry.seenAt = Date.now();
  }

  /** Topics with a partition of which nothing was heard since `sinceMs`. */
  quietTopics(sinceMs: number): string[] {
    const quiet = [...this.#entries.values()].filter((entry) => entry.seenAt < sinceMs);
    return [...new Set(quiet.map(({ topic }) => topic))];
  }

  partitions(): PartitionStatus[] {
    return [...this.#entries.values()].map((entry) => ({
      topic: entry.topic,
      partition: entry.partition,
      position: entry.position,
      lag: lagOf(entry),
      failures: entry.failures,
    }));
  }

  /** Of all partitions that are ours; null while one of them is unknown. */
  lag(): bigint | null {
    let sum = 0n;
    for (const entry of this.#entries.values()) {
      const lag = lagOf(entry);
      if (lag === null) return null;
      sum += lag;
    }
    return sum;
  }
}

function lagOf({ position, end }: Entry): bigint | null {
  if (position === null || end === null) return null;
  return end > position ? end - position : 0n;
}
