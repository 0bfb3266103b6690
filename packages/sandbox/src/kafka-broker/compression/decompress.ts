import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { KafkaError } from '../protocol/error-code.ts';
import { decompressLz4 } from './lz4.ts';
import { decompressSnappy } from './snappy.ts';

/** The numbers of the codecs in a batch's attributes. */
export const Compression = { NONE: 0, GZIP: 1, SNAPPY: 2, LZ4: 3, ZSTD: 4 } as const;

/** A request has at most 100 MiB; what unpacks to more than this is an attack or an accident. */
const MAX_OUTPUT_BYTES = 256 * 2 ** 20;

/**
 * What clients send is stored and served as it came, still compressed. The broker looks inside only to convert between message
 * formats and to find a record by its time: so it decompresses and never compresses. What it converts goes out plain.
 */
export function decompress(codec: number, data: Buffer): Buffer {
  try {
    switch (codec) {
      case Compression.NONE:
        return data;
      case Compression.GZIP:
        return gunzipSync(data, { maxOutputLength: MAX_OUTPUT_BYTES });
      case Compression.SNAPPY:
        return decompressSnappy(data, MAX_OUTPUT_BYTES);
      case Compression.LZ4:
        return decompressLz4(data, MAX_OUTPUT_BYTES);
      case Compression.ZSTD:
        return zstdDecompressSync(data, { maxOutputLength: MAX_OUTPUT_BYTES });
      default:
        throw new KafkaError('UNSUPPORTED_COMPRESSION_TYPE', `codec ${codec} does not exist`);
    }
  } catch (error) {
    if (error instanceof KafkaError) throw error;
    throw new KafkaError('CORRUPT_MESSAGE', 'the compressed data cannot be read');
  }
}
