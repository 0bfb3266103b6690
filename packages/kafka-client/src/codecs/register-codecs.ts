import { promisify } from 'node:util';
import zlib from 'node:zlib';
import kafkajs from 'kafkajs';
import lz4 from 'lz4-napi';
import { compressSnappy, decompressSnappy } from './snappy-stream.ts';

const zstdCompress = promisify(zlib.zstdCompress);
const zstdDecompress = promisify(zlib.zstdDecompress);

let areRegistered = false;

/** kafkajs brings gzip alone; a record in another codec would crash its consumer for ever. */
export function registerCodecs(): void {
  if (areRegistered) return;
  areRegistered = true;
  const { CompressionCodecs, CompressionTypes } = kafkajs;
  CompressionCodecs[CompressionTypes.Snappy] = () => ({
    compress: (encoder: { buffer: Buffer }) => compressSnappy(encoder.buffer),
    decompress: (bytes: Buffer) => decompressSnappy(bytes),
  });
  // Kafka's LZ4 is the frame format; lz4-napi's plain compress() is another one, which brokers refuse.
  CompressionCodecs[CompressionTypes.LZ4] = () => ({
    compress: (encoder: { buffer: Buffer }) => lz4.compressFrame(encoder.buffer),
    decompress: (bytes: Buffer) => lz4.decompressFrame(bytes),
  });
  CompressionCodecs[CompressionTypes.ZSTD] = () => ({
    compress: (encoder: { buffer: Buffer }) => zstdCompress(encoder.buffer),
    decompress: (bytes: Buffer) => zstdDecompress(bytes),
  });
}
