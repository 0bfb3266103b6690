import fc from 'fast-check';
import snappy from 'snappy';
import { describe, expect, it } from 'vitest';
import { compressSnappy, decompressSnappy } from './snappy-stream.ts';

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
