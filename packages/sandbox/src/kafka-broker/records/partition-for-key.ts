const SEED = 0x9747b28c;
const M = 0x5bd1e995;
const R = 24;

/** The partition to which Java clients, and kafkajs' default partitioner, send a key. */
export function partitionForKey(key: Uint8Array, partitionCount: number): number {
  return (murmur2(key) & 0x7fffffff) % partitionCount;
}

function murmur2(data: Uint8Array): number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const wordBytes = data.length & ~3;
  let hash = SEED ^ data.length;
  for (let at = 0; at < wordBytes; at += 4) {
    let word = Math.imul(view.getInt32(at, true), M);
    word ^= word >>> R;
    hash = Math.imul(hash, M) ^ Math.imul(word, M);
  }
  if (wordBytes < data.length) {
    for (let at = data.length - 1; at >= wordBytes; at--) hash ^= view.getUint8(at) << (8 * (at - wordBytes));
    hash = Math.imul(hash, M);
  }
  hash ^= hash >>> 13;
  hash = Math.imul(hash, M);
  return hash ^ (hash >>> 15);
}
