import { Compression } from '../compression/decompress.ts';
import { KafkaError } from '../protocol/error-code.ts';
import { encodeBatch } from './encode-batch.ts';
import { readLegacyMessages } from './legacy-messages.ts';
import { BATCH_HEADER_BYTES, BatchField, hasValidCrc, readBatchHeader } from './record-batch.ts';

/** Apache Kafka's default for the records of one partition in one request. */
export const MAX_PRODUCED_BYTES = 1_048_588;
const FIRST_VERSION_WITH_BATCHES_ONLY = 3;
const FIRST_VERSION_WITH_ZSTD = 7;

/**
 * What a Produce request carries for one partition, as one record batch that is ready to be stored.
 * A record batch stays as it came, byte for byte, a view into the request: the log stamps its offset there and writes it at
 * once. The old formats are converted. Refusals are those of Apache Kafka.
 */
export function acceptProduced(records: Buffer | null, version: number): Buffer {
  if (records === null || records.length <= BatchField.MAGIC)
    throw new KafkaError('CORRUPT_MESSAGE', 'no records');
  if (records.length > MAX_PRODUCED_BYTES) throw new KafkaError('MESSAGE_TOO_LARGE');
  const magic = records.readInt8(BatchField.MAGIC);
  if (magic > 2) throw new KafkaError('UNSUPPORTED_FOR_MESSAGE_FORMAT');
  return magic === 2 ? acceptBatch(records, version) : convertLegacySet(records, version);
}

function convertLegacySet(set: Buffer, version: number): Buffer {
  if (version >= FIRST_VERSION_WITH_BATCHES_ONLY) {
    throw new KafkaError('INVALID_RECORD', `Produce ${version} carries record batches only`);
  }
  const messages = readLegacyMessages(set);
  if (messages.length === 0) throw new KafkaError('INVALID_RECORD', 'empty message set');
  return encodeBatch(messages);
}

function acceptBatch(batch: Buffer, version: number): Buffer {
  if (batch.length < BATCH_HEADER_BYTES) throw new KafkaError('CORRUPT_MESSAGE', 'the batch ends early');
  const header = readBatchHeader(batch);
  if (header.byteLength > batch.length) throw new KafkaError('CORRUPT_MESSAGE', 'the batch ends early');
  if (header.byteLength < batch.length)
    throw new KafkaError('INVALID_RECORD', 'more than one batch for a partition');
  if (!hasValidCrc(batch)) throw new KafkaError('CORRUPT_MESSAGE', 'CRC');
  if (header.recordCount < 1 || header.recordCount !== header.lastOffsetDelta + 1) {
    throw new KafkaError('INVALID_RECORD', 'the record count does not fit the offsets');
  }
  const isUnknownCodec = header.codec > Compression.ZSTD;
  if (isUnknownCodec || (header.codec === Compression.ZSTD && version < FIRST_VERSION_WITH_ZSTD)) {
    throw new KafkaError('UNSUPPORTED_COMPRESSION_TYPE');
  }
  return batch;
}
