import { ProtocolViolationError } from '../protocol/error-code.ts';

const LENGTH_BYTES = 4;
const MAX_FRAME_BYTES = 100 * 2 ** 20;

/** Cuts what arrives on a connection into frames: a length and as many bytes. */
export class FrameSplitter {
  #chunks: Buffer[] = [];
  #bufferedBytes = 0;
  #neededBytes = LENGTH_BYTES;

  /** The frames that are whole now. Chunks are joined only then, so that a large frame is copied once and not once per chunk. */
  push(chunk: Buffer): Buffer[] {
    this.#chunks.push(chunk);
    this.#bufferedBytes += chunk.length;
    if (this.#bufferedBytes < this.#neededBytes) return [];
    const frames: Buffer[] = [];
    let rest = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    this.#neededBytes = LENGTH_BYTES;
    while (rest.length >= LENGTH_BYTES) {
      const end = LENGTH_BYTES + readFrameLength(rest);
      if (rest.length < end) {
        this.#neededBytes = end;
        break;
      }
      frames.push(rest.subarray(LENGTH_BYTES, end));
      rest = rest.subarray(end);
    }
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#bufferedBytes = rest.length;
    return frames;
  }
}

function readFrameLength(data: Buffer): number {
  const length = data.readInt32BE(0);
  if (length < 0 || length > MAX_FRAME_BYTES) throw new ProtocolViolationError(`a frame of ${length} bytes`);
  return length;
}
