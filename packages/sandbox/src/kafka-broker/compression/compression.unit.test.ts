import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import lz4 from 'lz4-napi';
import snappy from 'snappy';
import { describe, expect, it } from 'vitest';
import { crc32c } from './crc32c.ts';
import { Compression, decompress } from './decompress.ts';
import { decompressLz4 } from './lz4.ts';
import { decompressSnappy } from './snappy.ts';

const MiB = 2 ** 20;

/** Data of all kinds: random, with long repetitions, and such that back references overlap what they copy. */
const data = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .tuple(fc.uint8Array({ minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 3_000 }))
        .map(([unit, times]) => Buffer.concat(Array.from({ length: times }, () => unit))),
    ),
    { maxLength: 8 },
  )
  .map((parts) => Buffer.concat(parts));

/** The stream of Java clients: a header and blocks of at most `blockBytes`. */
function xerial(plain: Buffer, blockBytes: number): Buffer {
  const parts: Buffer[] = [Buffer.from('82534e41505059000000000100000001', 'hex')];
  for (let at = 0; at < plain.length; at += blockBytes) {
    const block = snappy.compressSync(plain.subarray(at, at + blockBytes));
    const length = Buffer.alloc(4);
    length.writeInt32BE(block.length);
    parts.push(length, block);
  }
  return Buffer.concat(parts);
}

describe('CRC-32C', () => {
  it('has the value of the standard example', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    expect(crc32c(Buffer.from('..123456789'), 2)).toBe(0xe3069283);
  });
});

describe('decompression', () => {
  it('opens snappy blocks and xerial streams made by the npm codec', () => {
    fc.assert(
      fc.property(data, fc.integer({ min: 1, max: 40_000 }), (plain, blockBytes) => {
        expect(decompress(Compression.SNAPPY, snappy.compressSync(plain)).equals(plain)).toBe(true);
        fc.pre(plain.length / blockBytes < 200);
        expect(decompress(Compression.SNAPPY, xerial(plain, blockBytes)).equals(plain)).toBe(true);
      }),
    );
  });

  it('opens LZ4 frames made by the npm codec', async () => {
    await fc.assert(
      fc.asyncProperty(data, async (plain) => {
        const frame = await lz4.compressFrame(plain);
        expect(decompress(Compression.LZ4, frame).equals(plain)).toBe(true);
      }),
    );
  });

  it('opens gzip and zstd, and leaves plain data alone', () => {
    const plain = Buffer.from('abc'.repeat(1_000));
    expect(decompress(Compression.GZIP, gzipSync(plain))).toEqual(plain);
    expect(decompress(Compression.ZSTD, zstdCompressSync(plain))).toEqual(plain);
    expect(decompress(Compression.NONE, plain)).toBe(plain);
  });

  it('refuses damaged data with CORRUPT_MESSAGE, whatever is damaged, and never hangs', async () => {
    const plain = Buffer.from('a sign-up, and a sign-up, and again a sign-up'.repeat(20));
    const compressed = [
      [Compression.GZIP, gzipSync(plain)],
      [Compression.SNAPPY, snappy.compressSync(plain)],
      [Compression.SNAPPY, xerial(plain, 100)],
      [Compression.LZ4, await lz4.compressFrame(plain)],
      [Compression.ZSTD, zstdCompressSync(plain)],
    ] as const;
    for (const [codec, original] of compressed) {
      for (let length = 0; length < original.length - 12; length++) {
        const open = () => decompress(codec, original.subarray(0, length));
        try {
          open();
        } catch (error) {
          expect(error).toMatchObject({ code: 'KAFKA_CORRUPT_MESSAGE' });
        }
      }
      fc.assert(
        fc.property(fc.nat(original.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
          const damaged = Buffer.from(original);
          damaged[at] = byte;
          try {
            decompress(codec, damaged);
          } catch (error) {
            expect(error).toMatchObject({ code: 'KAFKA_CORRUPT_MESSAGE' });
          }
        }),
      );
    }
  });

  it('refuses a codec that does not exist', () => {
    expect(() => decompress(5, Buffer.alloc(10))).toThrow(
      expect.objectContaining({ code: 'KAFKA_UNSUPPORTED_COMPRESSION_TYPE' }),
    );
  });

  it('stops at the limit, before it allocates what a forged size asks for', async () => {
    const plain = Buffer.alloc(2 * MiB);
    const frame = await lz4.compressFrame(plain);
    expect(() => decompressLz4(frame, MiB)).toThrow(RangeError);
    expect(() => decompressSnappy(snappy.compressSync(plain), MiB)).toThrow(RangeError);
    expect(() => decompressSnappy(xerial(plain, 100_000), MiB)).toThrow(RangeError);
    expect(decompressLz4(frame, 2 * MiB)).toHaveLength(2 * MiB);
  });
});
