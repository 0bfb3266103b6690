import snappy from 'snappy';

/**
 * Kafka's snappy is the "xerial" stream: a header, then blocks of [int32 length][raw snappy]. Some clients send
 * one raw block without a header instead; both are read.
 */
const MAGIC = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const VERSION_AND_COMPATIBLE = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1]);
const HEADER = Buffer.concat([MAGIC, VERSION_AND_COMPATIBLE]);
const BLOCK_BYTES = 32 * 1024;

export async function compressSnappy(bytes: Buffer): Promise<Buffer> {
  const parts: Buffer[] = [HEADER];
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    const block = await snappy.compress(bytes.subarray(at, at + BLOCK_BYTES));
    const length = Buffer.alloc(4);
    length.writeInt32BE(block.length);
    parts.push(length, block);
  }
  return Buffer.concat(parts);
}

export async function decompressSnappy(bytes: Buffer): Promise<Buffer> {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return asBuffer(await snappy.uncompress(bytes));
  const parts: Buffer[] = [];
  let at = HEADER.length;
  while (at < bytes.length) {
    const end = at + 4 + bytes.readInt32BE(at);
    parts.push(asBuffer(await snappy.uncompress(bytes.subarray(at + 4, end))));
    at = end;
  }
  return Buffer.concat(parts);
}

const asBuffer = (result: string | Buffer): Buffer =>
  typeof result === 'string' ? Buffer.from(result) : result;
