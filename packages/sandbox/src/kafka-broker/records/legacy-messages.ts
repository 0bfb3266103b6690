import { crc32 } from 'node:zlib';
import { Compression, decompress } from '../compression/decompress.ts';
import { KafkaError, ProtocolViolationError } from '../protocol/error-code.ts';
import { WireReader } from '../protocol/wire-reader.ts';
import type { WireWriter } from '../protocol/wire-writer.ts';
import type { RecordToEncode } from './encode-batch.ts';
import type { StoredRecord } from './record-batch.ts';

/**
 * Message sets, the formats before Kafka 0.11. In them each message has its own header and CRC-32, and a compressed set is one
 * message whose value is a set. Magic 1 (Kafka 0.10) has a timestamp, magic 0 has none.
 */
export type LegacyMagic = 0 | 1;

const MIN_MESSAGE_BYTES = 14;
/** A set within a set is how compression looks; nobody nests deeper, and a bomb of sets must not. */
const MAX_NESTING = 1;

/** The messages of a set, compressed ones opened. Their offsets are not read: producers have none to give. */
export function readLegacyMessages(set: Buffer): RecordToEncode[] {
  try {
    return [...readMessages(set, 0)];
  } catch (error) {
    if (error instanceof ProtocolViolationError) throw new KafkaError('CORRUPT_MESSAGE', error.message);
    throw error;
  }
}

function* readMessages(set: Buffer, nesting: number): Generator<RecordToEncode> {
  const reader = new WireReader(set);
  while (reader.remaining > 0) {
    reader.int64(); // offset
    const message = new WireReader(reader.take(reader.int32()));
    if (message.remaining < MIN_MESSAGE_BYTES)
      throw new KafkaError('CORRUPT_MESSAGE', 'a message is too short');
    const expectedCrc = message.int32() >>> 0;
    if (crc32(message.buffer.subarray(message.position)) !== expectedCrc)
      throw new KafkaError('CORRUPT_MESSAGE', 'CRC');
    const magic = message.int8();
    const codec = message.int8() & 7;
    if (magic > 1) throw new KafkaError('INVALID_RECORD', 'mixed message formats');
    const timestamp = magic === 1 ? message.int64() : -1;
    const key = readField(message);
    const value = readField(message);
    if (codec === Compression.NONE) yield { timestamp, key, value };
    else yield* readMessages(openCompressed(codec, value, nesting), nesting + 1);
  }
}

function openCompressed(codec: number, value: Buffer | null, nesting: number): Buffer {
  // zstd came years after these formats.
  if (codec >= Compression.ZSTD) throw new KafkaError('UNSUPPORTED_COMPRESSION_TYPE');
  if (value === null || nesting >= MAX_NESTING)
    throw new KafkaError('INVALID_RECORD', 'a compressed set is empty or nested');
  return decompress(codec, value);
}

function readField(reader: WireReader): Buffer | null {
  const length = reader.int32();
  return length < 0 ? null : reader.take(length);
}

export function writeLegacyMessage(out: WireWriter, record: StoredRecord, magic: LegacyMagic): void {
  const sizeAt = out.int64(record.offset).length;
  out.int32(0); // the size, patched below
  const crcAt = out.length;
  out.uint32(0); // the CRC, patched below
  const contentAt = out.length;
  out.int8(magic).int8(Compression.NONE);
  if (magic === 1) out.int64(record.timestamp);
  writeField(out, record.key);
  writeField(out, record.value);
  out.patchInt32(out.length - crcAt, sizeAt);
  out.patchUint32(crc32(out.written(contentAt)), crcAt);
}

function writeField(out: WireWriter, data: Buffer | null): void {
  if (data === null) out.int32(-1);
  else out.int32(data.length).raw(data);
}
