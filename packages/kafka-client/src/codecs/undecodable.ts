/**
 * What stands in for records that nobody can decompress. kafkajs would crash on such a batch, again and again,
 * and everything behind it would wait for ever. It asks a codec for bytes and reads as many records from them
 * as the batch has: so it gets records with null values that carry a mark.
 */
const MARK = 'domovoy-undecodable';
/** More than a batch of 1 MB can hold sensibly; built once, and only when it is needed. */
const MAX_RECORDS = 100_000;

let substitute: Buffer | undefined;

export async function orUndecodable(decompressed: () => Promise<Buffer>): Promise<Buffer> {
  try {
    return await decompressed();
  } catch {
    substitute ??= Buffer.concat(Array.from({ length: MAX_RECORDS }, (_, at) => markedRecord(at)));
    return substitute;
  }
}

export const isUndecodable = (headers: object | undefined): boolean =>
  headers !== undefined && MARK in headers;

/** A record of message format 2: no key, no value, one header without a value. */
function markedRecord(offsetDelta: number): Buffer {
  const mark = Buffer.from(MARK);
  const body = Buffer.concat([
    Buffer.from([0]), // attributes
    varint(0), // timestamp delta
    varint(offsetDelta),
    varint(-1), // key: null
    varint(-1), // value: null
    varint(1), // one header
    varint(mark.length),
    mark,
    varint(-1),
  ]);
  return Buffer.concat([varint(body.length), body]);
}

/** A zigzag varint, as message format 2 writes its numbers. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = (value << 1) ^ (value >> 31);
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}
