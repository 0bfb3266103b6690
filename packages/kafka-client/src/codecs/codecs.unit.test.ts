import { createRequire } from 'node:module';
import fc from 'fast-check';
import snappy from 'snappy';
import { describe, expect, it } from 'vitest';
import { registerCodecs } from './register-codecs.ts';
import { compressSnappy, decompressSnappy } from './snappy-stream.ts';
import { isUndecodable } from './undecodable.ts';

describe('the snappy stream', () => {
  it('reads back what it wrote, also across its blocks of 32 KB', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 100 }),
        fc.integer({ min: 1, max: 2000 }),
        async (piece, times) => {
          const bytes = Buffer.concat(Array.from({ length: times }, () => Buffer.from(piece)));
          expect((await decompressSnappy(await compressSnappy(bytes))).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('reads one raw block without a header too, as some clients send it', async () => {
    const raw = await snappy.compress(Buffer.from('домофон'));
    expect(String(await decompressSnappy(raw))).toBe('домофон');
  });
});

describe('a batch that nobody can decompress', () => {
  const load = createRequire(import.meta.url);
  const Decoder: new (bytes: Buffer) => object = load('kafkajs/src/protocol/decoder');
  interface Batch {
    records: { offset: string; value: Buffer | null; headers: object }[];
  }
  const decodeBatch: (decoder: object) => Promise<Batch> = load(
    'kafkajs/src/protocol/recordBatch/v0/decoder',
  );

  /** A batch of message format 2 whose records are not what the codec promises. */
  function batchOf(codec: number, firstOffset: bigint, count: number): Buffer {
    const body = Buffer.alloc(49);
    body.writeInt8(2, 4); // magic
    body.writeInt16BE(codec, 9); // attributes
    body.writeInt32BE(count - 1, 11); // last offset delta
    body.writeInt32BE(count, 45);
    const head = Buffer.alloc(12);
    head.writeBigInt64BE(firstOffset, 0);
    const records = Buffer.from('this is no compressed data');
    head.writeInt32BE(body.length + records.length, 8);
    return Buffer.concat([head, body, records]);
  }

  it.each([1, 2, 3, 4, 5, 6, 7])(
    'codec %i: gives as many marked records as it has, in their places',
    async (codec) => {
      registerCodecs();
      const { records } = await decodeBatch(new Decoder(batchOf(codec, 40n, 300)));
      expect(records.map(({ offset }) => Number(offset))).toEqual(
        Array.from({ length: 300 }, (_, at) => 40 + at),
      );
      expect(records.every(({ value, headers }) => value === null && isUndecodable(headers))).toBe(true);
    },
  );
});
