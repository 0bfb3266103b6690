/** One record as it was read. Key and value are copies: keeping them keeps nothing else alive. */
export interface KafkaRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  /** Milliseconds since 1970; -1 when the producer gave none. */
  readonly timestampMs: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** The broker has a record here that nobody can decompress (unknown codec, damaged data); its value is lost. */
  readonly isUndecodable?: true;
}

/** Consecutive records of one partition, in the order of their offsets. */
export interface Chunk {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly KafkaRecord[];
  /** What will be committed once the handler resolved: the offset behind the last record. */
  readonly endOffset: bigint;
  /** Aborted when nobody waits for the outcome any more: stop, the records come again. */
  readonly signal: AbortSignal;
}
