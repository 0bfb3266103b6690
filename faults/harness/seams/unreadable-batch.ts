/** Of a record batch in message format 2: where things are, counted from its beginning. */
const MAGIC_AT = 16;
const ATTRIBUTES_AT = 21;
const RECORDS_AT = 61;
const CODEC_BITS = 0x07;
/** The first of the three numbers that no version of Kafka has given a meaning. */
const UNKNOWN_CODEC = 5;
/** From the records' beginning to the key of the first one: its length and four small numbers. */
const KEY_WITHIN = [4, 16] as const;

/**
 * Makes the batch whose first record has this key look as if it had been compressed by a codec that came after us. A
 * broker refuses such a batch today, and hands out what a newer one has stored.
 */
export function makeUnreadable(bytes: Buffer, key: string): void {
  for (let at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + 1)) {
    for (let within = KEY_WITHIN[0]; within <= KEY_WITHIN[1]; within += 1) {
      const start = at - within - RECORDS_AT;
      if (start < 0 || bytes[start + MAGIC_AT] !== 2) continue;
      const end = start + 12 + bytes.readInt32BE(start + 8);
      if (end > bytes.length || end <= at) continue;
      const attributes = bytes.readInt16BE(start + ATTRIBUTES_AT);
      bytes.writeInt16BE((attributes & ~CODEC_BITS) | UNKNOWN_CODEC, start + ATTRIBUTES_AT);
      bytes.fill(0xa7, start + RECORDS_AT, end);
      break;
    }
  }
}
