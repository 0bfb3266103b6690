import { promisify } from 'node:util';
import zlib from 'node:zlib';
import kafkajs from 'kafkajs';
import lz4 from 'lz4-napi';
import { compressSnappy, decompressSnappy } from './snappy-stream.ts';
import { orUndecodable } from './undecodable.ts';

interface Codec {
  compress: (bytes: Buffer) => Promise<Buffer>;
  decompress: (bytes: Buffer) => Promise<Buffer>;
}

const { GZIP, Snappy, LZ4, ZSTD } = kafkajs.CompressionTypes;

const codecs = new Map<number, Codec>([
  [GZIP, { compress: promisify(zlib.gzip), decompress: promisify(zlib.gunzip) }],
  [Snappy, { compress: compressSnappy, decompress: decompressSnappy }],
  // Kafka's LZ4 is the frame format; lz4-napi's plain compress() is another one, which brokers refuse.
  [LZ4, { compress: (bytes) => lz4.compressFrame(bytes), decompress: (bytes) => lz4.decompressFrame(bytes) }],
  [ZSTD, { compress: promisify(zlib.zstdCompress), decompress: promisify(zlib.zstdDecompress) }],
]);
/** The protocol has three bits for the codec; nobody knows these yet. */
const UNKNOWN_CODECS = [5, 6, 7];

let areRegistered = false;

/** kafkajs brings gzip alone; a record in another codec would crash its consumer for ever. */
export function registerCodecs(): void {
  if (areRegistered) return;
  areRegistered = true;
  for (const [type, { compress, decompress }] of codecs)
    register(type, {
      compress: (encoder: { buffer: Buffer }) => compress(encoder.buffer),
      decompress: (bytes: Buffer) => orUndecodable(() => decompress(bytes)),
    });
  for (const type of UNKNOWN_CODECS)
    register(type, {
      compress: () => Promise.reject(new TypeError(`There is no codec ${type}`)),
      decompress: () => orUndecodable(() => Promise.reject(new TypeError(`There is no codec ${type}`))),
    });
}

/** kafkajs' types know only the codecs of its time. */
function register(type: number, codec: object): void {
  Reflect.set(kafkajs.CompressionCodecs, type, () => codec);
}
