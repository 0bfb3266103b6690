import { Compression } from '../compression/decompress.ts';
import { KafkaError } from '../protocol/error-code.ts';
import { WireWriter } from '../protocol/wire-writer.ts';
import { type LegacyMagic, writeLegacyMessage } from './legacy-messages.ts';
import { readBatchHeader, readBatchRecords } from './record-batch.ts';

/**
 * Stored batches as a client of an old Fetch version can read them: an uncompressed message set from `fromOffset` on.
 * Headers are lost, those formats have none. zstd is refused as by Apache Kafka, after what precedes it was delivered.
 */
export function downConvert(batches: Buffer, magic: LegacyMagic, fromOffset: number): Buffer {
  const out = new WireWriter(Math.max(batches.length * 2, 64));
  for (let at = 0; at < batches.length; ) {
    const { byteLength, codec } = readBatchHeader(batches, at);
    if (codec === Compression.ZSTD) {
      if (out.length > 0) break;
      throw new KafkaError('UNSUPPORTED_COMPRESSION_TYPE');
    }
    for (const record of readBatchRecords(batches.subarray(at, at + byteLength))) {
      if (record.offset >= fromOffset) writeLegacyMessage(out, record, magic);
    }
    at += byteLength;
  }
  return out.written();
}
