import { BackReferenceOutput } from './back-reference-output.ts';

const FRAME_MAGIC = 0x184d2204;
const Flag = { DICTIONARY_ID: 1, CONTENT_SIZE: 8, BLOCK_CHECKSUM: 16 } as const;
const MIN_MATCH = 4;

/**
 * The LZ4 frame format. Checksums are not verified: message format 0 was specified with a wrong header checksum, and the
 * records' own CRC covers the data already.
 */
export function decompressLz4(frame: Buffer, maxBytes: number): Buffer {
  if (frame.readUInt32LE(0) !== FRAME_MAGIC) throw new RangeError('not an LZ4 frame');
  const flags = frame.readUInt8(4);
  const output = new BackReferenceOutput(Math.min(frame.length * 4, maxBytes), maxBytes);
  const descriptorBytes = 2 + (flags & Flag.CONTENT_SIZE ? 8 : 0) + (flags & Flag.DICTIONARY_ID ? 4 : 0) + 1; // the last one: header checksum
  let at = 4 + descriptorBytes;
  for (;;) {
    const word = frame.readUInt32LE(at);
    if (word === 0) return output.result();
    const isStoredPlain = word >>> 31 === 1;
    const start = at + 4;
    const end = start + (word & 0x7fffffff);
    if (end > frame.length) throw new RangeError('an LZ4 block ends early');
    if (isStoredPlain) output.literal(frame, start, end - start);
    else decompressBlock(frame.subarray(start, end), output);
    at = end + (flags & Flag.BLOCK_CHECKSUM ? 4 : 0);
  }
}

function decompressBlock(block: Buffer, output: BackReferenceOutput): void {
  let at = 0;
  /** 15 in the token's half means: more follows, byte by byte, as long as they are 255. */
  const extend = (length: number): number => {
    if (length < 15) return length;
    let total = length;
    let byte: number;
    do {
      byte = block.readUInt8(at++);
      total += byte;
    } while (byte === 255);
    return total;
  };
  while (at < block.length) {
    const token = block.readUInt8(at++);
    const literalLength = extend(token >> 4);
    output.literal(block, at, literalLength);
    at += literalLength;
    if (at >= block.length) return; // the last sequence has no match
    const distance = block.readUInt16LE(at);
    at += 2;
    output.repeat(distance, extend(token & 15) + MIN_MATCH);
  }
}
