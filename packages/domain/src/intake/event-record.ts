/** A record of a topic that was read and understood. */
export interface EventRecord<E> {
  readonly offset: bigint;
  /** The record's own timestamp; -1 when it has none. */
  readonly timestampMs: number;
  /** CRC-32 of value and timestamp: tells a repeat from another record at the same coordinates. */
  readonly hash: number;
  /** The value as it came. */
  readonly payload: string;
  readonly event: E;
}

/** A record that cannot be read. It is kept with its bytes and a reason, and stops nobody. */
export interface DeadRecord {
  readonly offset: bigint;
  /** The record's own timestamp; -1 when it has none. */
  readonly timestampMs: number;
  readonly hash: number;
  readonly raw: Uint8Array | null;
  readonly reason: string;
}

/** A chunk of one partition, offsets ascending in both lists. */
export interface ReceivedChunk<E> {
  readonly partition: number;
  readonly records: readonly EventRecord<E>[];
  readonly dead: readonly DeadRecord[];
}

export interface Received {
  /** Events that were not known before; only they had any effect. */
  readonly fresh: number;
  /** Dead ones that were not known before. */
  readonly dead: number;
  /** The topic was created anew: worth an alert, because what it held before may not have been read to the end. */
  readonly recreated: boolean;
}
