import { BackReferenceOutput } from './back-reference-output.ts';

const XERIAL_MAGIC = Buffer.from('\x82SNAPPY\0', 'latin1');
const XERIAL_HEADER_BYTES = 16;

/**
 * Snappy comes as one raw block (librdkafka) or as the xerial stream (Java, kafka-python, the codecs of kafkajs):
 * a header of 16 bytes, then blocks with their length in front.
 */
export function decompressSnappy(data: Buffer, maxBytes: number): Buffer {
  if (!data.subarray(0, XERIAL_MAGIC.length).equals(XERIAL_MAGIC)) return decompressBlock(data, maxBytes);
  const blocks: Buffer[] = [];
  let left = maxBytes;
  for (let at = XERIAL_HEADER_BYTES; at < data.length; ) {
    const start = at + 4;
    const end = start + data.readInt32BE(at);
    if (end < start || end > data.length) throw new RangeError('a snappy block ends early');
    const block = decompressBlock(data.subarray(start, end), left);
    blocks.push(block);
    left -= block.length;
    at = end;
  }
  return Buffer.concat(blocks);
}

function decompressBlock(block: Buffer, maxBytes: number): Buffer {
  const { size, headerBytes } = readUncompressedSize(block);
  const output = new BackReferenceOutput(size, maxBytes);
  let at = headerBytes;
  while (at < block.length) {
    const tag = block.readUInt8(at++);
    switch (tag & 3) {
      case 0:
        at = copyLiteral(block, at, tag >> 2, output);
        break;
      case 1:
        output.repeat(((tag & 0xe0) << 3) | block.readUInt8(at), ((tag >> 2) & 7) + 4);
        at += 1;
        break;
      case 2:
        output.repeat(block.readUInt16LE(at), (tag >> 2) + 1);
        at += 2;
        break;
      default:
        output.repeat(block.readUInt32LE(at), (tag >> 2) + 1);
        at += 4;
    }
  }
  if (output.length !== size) throw new RangeError('a snappy block has another size than it says');
  return output.result();
}

function readUncompressedSize(block: Buffer): { size: number; headerBytes: number } {
  let size = 0;
  let headerBytes = 0;
  let byte: number;
  do {
    byte = block.readUInt8(headerBytes);
    size += (byte & 0x7f) * 2 ** (7 * headerBytes);
    headerBytes++;
  } while (byte & 0x80);
  return { size, headerBytes };
}

/** Lengths up to 60 are in the tag; longer ones follow it in 1 to 4 bytes. Returns where the next tag is. */
function copyLiteral(block: Buffer, at: number, lengthInTag: number, output: BackReferenceOutput): number {
  const lengthBytes = Math.max(lengthInTag - 59, 0);
  const length = (lengthBytes === 0 ? lengthInTag : block.readUIntLE(at, lengthBytes)) + 1;
  const start = at + lengthBytes;
  output.literal(block, start, length);
  return start + length;
}
