import { crc32, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { Partitioners } from 'kafkajs';
import lz4 from 'lz4-napi';
import snappy from 'snappy';
import { describe, expect, it } from 'vitest';
import { crc32c } from '../compression/crc32c.ts';
import { Compression } from '../compression/decompress.ts';
import { WireWriter } from '../protocol/wire-writer.ts';
import { acceptProduced, MAX_PRODUCED_BYTES } from './accept-produced.ts';
import { downConvert } from './down-convert.ts';
import { encodeBatch, type RecordToEncode } from './encode-batch.ts';
import { type LegacyMagic, readLegacyMessages } from './legacy-messages.ts';
import { partitionForKey } from './partition-for-key.ts';
import {
  BATCH_HEADER_BYTES,
  BatchField,
  readBatchHeader,
  readBatchRecords,
  stampBaseOffset,
} from './record-batch.ts';

const bytes = fc.uint8Array({ maxLength: 40 }).map((data) => Buffer.from(data));
const record: fc.Arbitrary<RecordToEncode & { key: Buffer | null; value: Buffer | null }> = fc.record({
  timestamp: fc.integer({ min: -1, max: 4_102_444_800_000 }),
  key: fc.option(bytes),
  value: fc.option(bytes),
  headers: fc.array(fc.record({ key: fc.string(), value: fc.option(bytes) }), { maxLength: 2 }),
});
const records = fc.array(record, { minLength: 1, maxLength: 20 });

/** A message of an old format, as a producer of that time sends it. */
function legacyMessage(magic: LegacyMagic, codec: number, { timestamp, key, value }: RecordToEncode): Buffer {
  const content = new WireWriter().int8(magic).int8(codec);
  if (magic === 1) content.int64(timestamp);
  for (const field of [key, value]) {
    if (field === null) content.int32(-1);
    else content.int32(field.length).raw(field);
  }
  const body = content.written();
  return new WireWriter()
    .int64(0)
    .int32(body.length + 4)
    .uint32(crc32(body))
    .raw(body)
    .written();
}

const legacySet = (magic: LegacyMagic, list: readonly RecordToEncode[]) =>
  Buffer.concat(list.map((each) => legacyMessage(magic, Compression.NONE, each)));

/** The same batch with its records compressed. */
function compressBatch(batch: Buffer, codec: number, compressed: Buffer): Buffer {
  const out = Buffer.concat([batch.subarray(0, BATCH_HEADER_BYTES), compressed]);
  out.writeInt32BE(out.length - 12, BatchField.LENGTH);
  out.writeInt16BE(codec, BatchField.ATTRIBUTES);
  return resealed(out);
}

function resealed(batch: Buffer): Buffer {
  batch.writeUInt32BE(crc32c(batch, BatchField.ATTRIBUTES), BatchField.CRC);
  return batch;
}

const plain = ({ timestamp, key, value }: RecordToEncode) => ({ timestamp, key, value });
const one = encodeBatch([{ timestamp: 5, key: Buffer.from('k'), value: Buffer.from('v') }]);
const refusal = (name: string) => expect.objectContaining({ code: `KAFKA_${name}` });

describe('record batches', () => {
  it('bring records back with their headers, at the offsets that are stamped', () => {
    fc.assert(
      fc.property(records, fc.nat({ max: 2 ** 40 }), (list, baseOffset) => {
        const batch = encodeBatch(list);
        stampBaseOffset(batch, baseOffset);
        const expected = list.map((each, i) => ({ ...each, offset: baseOffset + i }));
        expect([...readBatchRecords(batch)]).toEqual(expected);
        expect(readBatchHeader(batch)).toMatchObject({
          baseOffset,
          lastOffset: baseOffset + list.length - 1,
          byteLength: batch.length,
          maxTimestamp: Math.max(-1, ...list.map(({ timestamp }) => timestamp)),
        });
      }),
    );
  });

  it('are stored byte for byte as they came, compressed ones too', async () => {
    const content = one.subarray(BATCH_HEADER_BYTES);
    const codecs = [
      one,
      compressBatch(one, Compression.GZIP, gzipSync(content)),
      compressBatch(one, Compression.SNAPPY, snappy.compressSync(content)),
      compressBatch(one, Compression.LZ4, await lz4.compressFrame(content)),
      compressBatch(one, Compression.ZSTD, zstdCompressSync(content)),
    ];
    for (const batch of codecs) {
      expect(acceptProduced(batch, 7)).toEqual(batch);
      expect([...readBatchRecords(batch)]).toMatchObject([
        { timestamp: 5, key: Buffer.from('k'), value: Buffer.from('v') },
      ]);
    }
  });

  it('that make no sense inside are CORRUPT_MESSAGE, not a crash', () => {
    const senseless = resealed(
      Buffer.concat([
        one.subarray(0, BATCH_HEADER_BYTES),
        Buffer.alloc(one.length - BATCH_HEADER_BYTES, 0xff),
      ]),
    );
    expect(() => [...readBatchRecords(senseless)]).toThrow(refusal('CORRUPT_MESSAGE'));
  });
});

describe('what a producer sends', () => {
  const withField = (change: (batch: Buffer) => void) => {
    const batch = Buffer.from(one);
    change(batch);
    return resealed(batch);
  };
  const zstd = compressBatch(one, Compression.ZSTD, zstdCompressSync(one.subarray(BATCH_HEADER_BYTES)));
  const damaged = Buffer.from(one);
  damaged[damaged.length - 1] = 0x55;
  const old = legacySet(1, [{ timestamp: 1, key: null, value: Buffer.from('v') }]);
  const damagedOld = Buffer.from(old);
  damagedOld[damagedOld.length - 1] = 0x55;
  const oldZstd = legacyMessage(1, Compression.ZSTD, { timestamp: 1, key: null, value: Buffer.from('v') });

  it.each([
    ['nothing', null, 7, 'CORRUPT_MESSAGE'],
    ['a few bytes', Buffer.alloc(16), 7, 'CORRUPT_MESSAGE'],
    ['a batch that ends early', one.subarray(0, one.length - 1), 7, 'CORRUPT_MESSAGE'],
    ['half a header', one.subarray(0, 30), 7, 'CORRUPT_MESSAGE'],
    ['a wrong CRC', damaged, 7, 'CORRUPT_MESSAGE'],
    ['two batches', Buffer.concat([one, one]), 7, 'INVALID_RECORD'],
    [
      'a wrong record count',
      withField((b) => b.writeInt32BE(2, BatchField.RECORD_COUNT)),
      7,
      'INVALID_RECORD',
    ],
    ['no records', withField((b) => b.writeInt32BE(0, BatchField.RECORD_COUNT)), 7, 'INVALID_RECORD'],
    [
      'a magic of the future',
      withField((b) => b.writeInt8(3, BatchField.MAGIC)),
      7,
      'UNSUPPORTED_FOR_MESSAGE_FORMAT',
    ],
    [
      'an unknown codec',
      withField((b) => b.writeInt16BE(5, BatchField.ATTRIBUTES)),
      7,
      'UNSUPPORTED_COMPRESSION_TYPE',
    ],
    ['zstd before Produce 7', zstd, 6, 'UNSUPPORTED_COMPRESSION_TYPE'],
    ['more than the limit', Buffer.alloc(MAX_PRODUCED_BYTES + 1), 7, 'MESSAGE_TOO_LARGE'],
    ['a message set in Produce 3', old, 3, 'INVALID_RECORD'],
    ['an old message with a wrong CRC', damagedOld, 2, 'CORRUPT_MESSAGE'],
    ['an old message that ends early', old.subarray(0, old.length - 1), 2, 'CORRUPT_MESSAGE'],
    ['zstd in an old message', oldZstd, 2, 'UNSUPPORTED_COMPRESSION_TYPE'],
  ])('is refused: %s', (_, sent, version, code) => {
    expect(() => acceptProduced(sent, version)).toThrow(refusal(code));
  });
});

describe('message sets of formats 0 and 1', () => {
  it.each([0, 1] as const)('of magic %i become one batch, and come back to an old client', (magic) => {
    fc.assert(
      fc.property(records, (list) => {
        const expected = list.map((each) => ({
          ...plain(each),
          timestamp: magic === 1 ? each.timestamp : -1,
        }));
        const batch = acceptProduced(legacySet(magic, list), 2);
        expect([...readBatchRecords(batch)].map(plain)).toEqual(expected);
        expect(readLegacyMessages(downConvert(batch, magic, 0))).toEqual(expected);
      }),
    );
  });

  it('are opened when they are compressed', async () => {
    const list = [1, 2, 3].map((n) => ({
      timestamp: n,
      key: Buffer.from(`k${n}`),
      value: Buffer.from(`v${n}`),
    }));
    const set = legacySet(1, list);
    const wrapped = [
      [Compression.GZIP, gzipSync(set)],
      [Compression.SNAPPY, snappy.compressSync(set)],
      [Compression.LZ4, await lz4.compressFrame(set)],
    ] as const;
    for (const [codec, value] of wrapped) {
      const sent = legacyMessage(1, codec, { timestamp: 3, key: null, value });
      expect([...readBatchRecords(acceptProduced(sent, 2))].map(plain)).toEqual(list);
    }
  });

  it('in a set within a set within a set are refused: that is a bomb, not a producer', () => {
    let set: Buffer = legacySet(1, [{ timestamp: 1, key: null, value: Buffer.from('v') }]);
    for (let i = 0; i < 2; i++)
      set = legacyMessage(1, Compression.GZIP, { timestamp: 1, key: null, value: gzipSync(set) });
    expect(() => acceptProduced(set, 2)).toThrow(refusal('INVALID_RECORD'));
  });

  it('begin at the offset that was asked for, which may be inside a batch', () => {
    const batch = encodeBatch(
      [1, 2, 3].map((n) => ({ timestamp: n, key: null, value: Buffer.from(`v${n}`) })),
    );
    expect(readLegacyMessages(downConvert(batch, 1, 2)).map(({ value }) => String(value))).toEqual(['v3']);
  });

  it('never hold zstd: what precedes it is delivered first, then it is refused', () => {
    const zstd = compressBatch(one, Compression.ZSTD, zstdCompressSync(one.subarray(BATCH_HEADER_BYTES)));
    expect(readLegacyMessages(downConvert(Buffer.concat([one, zstd]), 1, 0))).toHaveLength(1);
    expect(() => downConvert(zstd, 1, 0)).toThrow(refusal('UNSUPPORTED_COMPRESSION_TYPE'));
  });
});

describe('the partition of a key', () => {
  it('is where kafkajs sends that key', () => {
    const partitioner = Partitioners.DefaultPartitioner();
    const partitionOf = (key: Buffer, count: number) =>
      partitioner({
        topic: 't',
        partitionMetadata: Array.from({ length: count }, (_, partitionId) => ({
          partitionId,
          partitionErrorCode: 0,
          leader: 1,
          replicas: [1],
          isr: [1],
        })),
        message: { key, value: null },
      });
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 12 }), (key, count) => {
        expect(partitionForKey(key, count)).toBe(partitionOf(key, count));
      }),
    );
  });
});
