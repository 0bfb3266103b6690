import { crc32c } from '../compression/crc32c.ts';
import { Compression } from '../compression/decompress.ts';
import { WireWriter } from '../protocol/wire-writer.ts';
import { BATCH_HEADER_BYTES, BATCH_LENGTH_OVERHEAD, BatchField } from './record-batch.ts';

export interface RecordToEncode {
  readonly timestamp: number;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers?: readonly { readonly key: string; readonly value: Uint8Array | null }[];
}

const NO_PRODUCER = -1;

/** Records as one uncompressed batch without a producer id; its offsets are stamped when it is appended. */
export function encodeBatch(records: readonly RecordToEncode[]): Buffer {
  const baseTimestamp = records[0]?.timestamp ?? -1;
  const body = new WireWriter(1024);
  for (const [offsetDelta, record] of records.entries()) {
    const encoded = encodeRecord(record, record.timestamp - baseTimestamp, offsetDelta);
    body.varint(encoded.length).raw(encoded);
  }
  const batch = new WireWriter(BATCH_HEADER_BYTES + body.length)
    .int64(0) // base offset
    .int32(BATCH_HEADER_BYTES - BATCH_LENGTH_OVERHEAD + body.length)
    .int32(0) // leader epoch
    .int8(2) // magic
    .uint32(0) // the CRC: of what follows, see below
    .int16(Compression.NONE)
    .int32(records.length - 1) // last offset delta
    .int64(baseTimestamp)
    .int64(records.reduce((latest, { timestamp }) => Math.max(latest, timestamp), -1))
    .int64(NO_PRODUCER)
    .int16(NO_PRODUCER)
    .int32(NO_PRODUCER)
    .int32(records.length)
    .raw(body.written())
    .written();
  batch.writeUInt32BE(crc32c(batch, BatchField.ATTRIBUTES), BatchField.CRC);
  return batch;
}

function encodeRecord(record: RecordToEncode, timestampDelta: number, offsetDelta: number): Buffer {
  const { key, value, headers = [] } = record;
  const writer = new WireWriter(64 + (key?.length ?? 0) + (value?.length ?? 0))
    .int8(0) // attributes
    .varint(timestampDelta)
    .varint(offsetDelta);
  writeField(writer, key);
  writeField(writer, value);
  writer.varint(headers.length);
  for (const header of headers) {
    writeField(writer, Buffer.from(header.key));
    writeField(writer, header.value);
  }
  return writer.written();
}

function writeField(writer: WireWriter, data: Uint8Array | null): void {
  if (data === null) writer.varint(-1);
  else writer.varint(data.length).raw(data);
}
