/** A record as it lies in the log. */
export interface LoggedRecord {
  partition: number;
  offset: number;
  timestampMs: number;
  key: Uint8Array | null;
  value: Uint8Array | null;
}

export interface RecordToLog {
  topic: string;
  key: string | null;
  value: Uint8Array | string | null;
  timestampMs?: number;
}

/** Where a record went. */
export interface RecordPosition {
  topic: string;
  partition: number;
  offset: number;
}

/** What the control calls and the REST side need of the broker: its log, without the protocol. */
export interface EventLog {
  readonly topics: readonly string[];
  append(record: RecordToLog): RecordPosition;
  /** The offset of the next record, for each partition; empty when a client deleted the topic. */
  endOffsets(topic: string): number[];
  /** The records of one partition from an offset on. */
  read(topic: string, from: { partition: number; offset: number; limit?: number }): LoggedRecord[];
  /** Resolves when something was appended to the topic, or when the signal fires. */
  changed(topic: string, signal: AbortSignal): Promise<void>;
  /** How many records the topic holds. */
  recordCount(topic: string): number;
  /**
   * Empties every topic, and makes those of the company that a client deleted. Offsets go on where they were and the
   * committed ones stay: were they to begin at 0 again, a reader that looks only after the new records have passed its
   * position would take them for what comes next, and never see the first ones.
   */
  clear(): void;
}
