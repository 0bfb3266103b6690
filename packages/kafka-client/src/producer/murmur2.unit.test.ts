import fc from 'fast-check';
import kafkajs from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { murmur2, partitionOf } from './murmur2.ts';

describe('murmur2', () => {
  // Computed with org.apache.kafka.common.utils.Utils.murmur2 of the Java client.
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ])('gives %s the hash of the Java client', (text, hash) => {
    expect(murmur2(Buffer.from(text))).toBe(hash);
  });
});

describe('partitionOf', () => {
  const javaCompatible = kafkajs.Partitioners.DefaultPartitioner();
  const metadataOf = (partitions: number) =>
    Array.from({ length: partitions }, (_, partitionId) => ({
      partitionId,
      leader: 0,
      partitionErrorCode: 0,
      replicas: [0],
      isr: [0],
    }));

  it('chooses the partition that other clients with the rule of the Java client choose', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        fc.integer({ min: 1, max: 40 }),
        (key, count) => {
          const expected = javaCompatible({
            topic: 't',
            partitionMetadata: metadataOf(count),
            message: { key: Buffer.from(key), value: null },
          });
          expect(partitionOf(key, count)).toBe(expected);
        },
      ),
    );
  });

  it('reads a key that lies anywhere in a larger buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), fc.nat({ max: 7 }), (key, shift) => {
        const moved = Buffer.concat([Buffer.alloc(shift), Buffer.from(key)]).subarray(shift);
        expect(murmur2(moved)).toBe(murmur2(key));
      }),
    );
  });
});
