const SEED = 0x9747b28c;
const M = 0x5bd1e995;

/** The hash that the Java client chooses partitions by; a signed 32-bit integer. */
export function murmur2(bytes: Uint8Array): number {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const wholeWords = length - (length % 4);
  let hash = SEED ^ length;
  for (let at = 0; at < wholeWords; at += 4) {
    let word = Math.imul(view.getInt32(at, true), M);
    word ^= word >>> 24;
    hash = Math.imul(hash, M) ^ Math.imul(word, M);
  }
  const rest = length % 4;
  if (rest === 3) hash ^= view.getUint8(wholeWords + 2) << 16;
  if (rest >= 2) hash ^= view.getUint8(wholeWords + 1) << 8;
  if (rest >= 1) hash = Math.imul(hash ^ view.getUint8(wholeWords), M);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, M);
  return hash ^ (hash >>> 15);
}

/** The partition that every Kafka client with the Java client's rule gives this key. */
export function partitionOf(key: Uint8Array, partitions: number): number {
  return (murmur2(key) & 0x7fff_ffff) % partitions;
}
