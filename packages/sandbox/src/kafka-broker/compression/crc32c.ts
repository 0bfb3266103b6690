const CASTAGNOLI = 0x82f63b78;

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ CASTAGNOLI : crc >>> 1;
  return crc;
});

/** The checksum of record batches (node:zlib has only the other CRC-32). */
export function crc32c(data: Uint8Array, from = 0): number {
  let crc = -1;
  for (let at = from; at < data.length; at++) {
    // Both indexes are within their arrays; a check per byte would cost a third of the speed.
    crc = table[(crc ^ data[at]!) & 0xff]! ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}
