import { ProtocolViolationError } from './error-code.ts';

const TWO_POW_32 = 0x1_0000_0000;

/**
 * Reads big-endian primitives from a buffer, in order.
 * A 64-bit integer becomes a plain number: offsets and times stay far below 2^53.
 */
export class WireReader {
  readonly buffer: Buffer;
  /** Where the next read begins. */
  position: number;

  constructor(buffer: Buffer, position = 0) {
    this.buffer = buffer;
    this.position = position;
  }

  get remaining(): number {
    return this.buffer.length - this.position;
  }

  int8(): number {
    return this.buffer.readInt8(this.#skip(1));
  }

  int16(): number {
    return this.buffer.readInt16BE(this.#skip(2));
  }

  int32(): number {
    return this.buffer.readInt32BE(this.#skip(4));
  }

  int64(): number {
    const at = this.#skip(8);
    return this.buffer.readInt32BE(at) * TWO_POW_32 + this.buffer.readUInt32BE(at + 4);
  }

  /** A view into the buffer, not a copy. */
  take(length: number): Buffer {
    if (length < 0) throw new ProtocolViolationError(`negative length ${length}`);
    const at = this.#skip(length);
    return this.buffer.subarray(at, at + length);
  }

  /** Zigzag integer of variable length, up to 64 bits, so bit operators would lose its upper half. */
  varint(): number {
    let unsigned = 0;
    let scale = 1;
    let byte: number;
    do {
      byte = this.buffer.readUInt8(this.#skip(1));
      unsigned += (byte & 0x7f) * scale;
      scale *= 128;
    } while (byte & 0x80);
    return unsigned % 2 === 0 ? unsigned / 2 : -(unsigned + 1) / 2;
  }

  #skip(length: number): number {
    const at = this.position;
    if (at + length > this.buffer.length) throw new ProtocolViolationError('the data end early');
    this.position = at + length;
    return at;
  }
}
