import { crc32c } from '../compression/crc32c.ts';
import { decompress } from '../compression/decompress.ts';
import { KafkaError } from '../protocol/error-code.ts';
import { WireReader } from '../protocol/wire-reader.ts';

/**
 * A record batch ("magic 2") has one header for many records, and it is the only format that is stored.
 *
 * Positions in the header. Everything from the attributes on is covered by the CRC; base offset and leader epoch are not, and
 * that is what lets the broker stamp them without reading the records.
 */
export const BatchField = {
  BASE_OFFSET: 0,
  LENGTH: 8,
  LEADER_EPOCH: 12,
  MAGIC: 16,
  CRC: 17,
  ATTRIBUTES: 21,
  LAST_OFFSET_DELTA: 23,
  BASE_TIMESTAMP: 27,
  MAX_TIMESTAMP: 35,
  PRODUCER_ID: 43,
  PRODUCER_EPOCH: 51,
  BASE_SEQUENCE: 53,
  RECORD_COUNT: 57,
} as const;

export const BATCH_HEADER_BYTES = 61;
/** What the length field does not count: base offset and the length itself. */
export const BATCH_LENGTH_OVERHEAD = 12;
const CODEC_MASK = 7;

/** The fields of a header that the broker works with. */
export interface BatchHeader {
  readonly baseOffset: number;
  readonly lastOffset: number;
  readonly lastOffsetDelta: number;
  readonly byteLength: number;
  readonly codec: number;
  readonly maxTimestamp: number;
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly baseSequence: number;
  readonly recordCount: number;
}

export interface RecordHeader {
  readonly key: string;
  readonly value: Buffer | null;
}

export interface StoredRecord {
  readonly offset: number;
  /** Milliseconds since 1970 as the producer says, -1 when it says nothing. */
  readonly timestamp: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: readonly RecordHeader[];
}

/** Reads the header of the batch that begins at `at`; the buffer may hold more than that batch. */
export function readBatchHeader(buffer: Buffer, at = 0): BatchHeader {
  const baseOffset = readInt64(buffer, at + BatchField.BASE_OFFSET);
  const lastOffsetDelta = buffer.readInt32BE(at + BatchField.LAST_OFFSET_DELTA);
  return {
    baseOffset,
    lastOffset: baseOffset + lastOffsetDelta,
    lastOffsetDelta,
    byteLength: buffer.readInt32BE(at + BatchField.LENGTH) + BATCH_LENGTH_OVERHEAD,
    codec: buffer.readInt16BE(at + BatchField.ATTRIBUTES) & CODEC_MASK,
    maxTimestamp: readInt64(buffer, at + BatchField.MAX_TIMESTAMP),
    producerId: readInt64(buffer, at + BatchField.PRODUCER_ID),
    producerEpoch: buffer.readInt16BE(at + BatchField.PRODUCER_EPOCH),
    baseSequence: buffer.readInt32BE(at + BatchField.BASE_SEQUENCE),
    recordCount: buffer.readInt32BE(at + BatchField.RECORD_COUNT),
  };
}

export function hasValidCrc(batch: Buffer): boolean {
  return batch.readUInt32BE(BatchField.CRC) === crc32c(batch, BatchField.ATTRIBUTES);
}

/** Gives a batch its place in the log, in the buffer itself. */
export function stampBaseOffset(batch: Buffer, baseOffset: number): void {
  batch.writeBigInt64BE(BigInt(baseOffset), BatchField.BASE_OFFSET);
  batch.writeInt32BE(0, BatchField.LEADER_EPOCH);
}

/** The records of one batch, one after another; keys and values are views into the decompressed batch. */
export function* readBatchRecords(batch: Buffer): Generator<StoredRecord> {
  const { baseOffset, codec, recordCount } = readBatchHeader(batch);
  const baseTimestamp = readInt64(batch, BatchField.BASE_TIMESTAMP);
  const reader = new WireReader(decompress(codec, batch.subarray(BATCH_HEADER_BYTES)));
  for (let i = 0; i < recordCount; i++) {
    yield readRecord(reader, baseOffset, baseTimestamp);
  }
}

function readRecord(reader: WireReader, baseOffset: number, baseTimestamp: number): StoredRecord {
  try {
    const length = reader.varint();
    const end = reader.position + length;
    reader.int8(); // attributes: none are defined
    const timestamp = baseTimestamp + reader.varint();
    const offset = baseOffset + reader.varint();
    const key = readField(reader);
    const value = readField(reader);
    const headers = Array.from({ length: Math.min(reader.varint(), reader.remaining) }, () => ({
      key: readField(reader)?.toString('utf8') ?? '',
      value: readField(reader),
    }));
    reader.position = end;
    return { offset, timestamp, key, value, headers };
  } catch {
    // The CRC says only that the bytes came as they were sent, not that they make sense.
    throw new KafkaError('CORRUPT_MESSAGE', 'a record of the batch cannot be read');
  }
}

function readField(reader: WireReader): Buffer | null {
  const length = reader.varint();
  return length < 0 ? null : reader.take(length);
}

const readInt64 = (buffer: Buffer, at: number) => Number(buffer.readBigInt64BE(at));
