const TWO_POW_32 = 0x1_0000_0000;

/** Writes big-endian primitives into a buffer that grows by doubling. */
export class WireWriter {
  #buffer: Buffer;
  #length = 0;

  constructor(expectedBytes = 512) {
    this.#buffer = Buffer.allocUnsafe(expectedBytes);
  }

  get length(): number {
    return this.#length;
  }

  int8(value: number): this {
    const at = this.#reserve(1);
    this.#buffer[at] = value & 0xff;
    return this;
  }

  int16(value: number): this {
    const at = this.#reserve(2);
    this.#buffer.writeInt16BE(value, at);
    return this;
  }

  int32(value: number): this {
    const at = this.#reserve(4);
    this.#buffer.writeInt32BE(value, at);
    return this;
  }

  uint32(value: number): this {
    const at = this.#reserve(4);
    this.#buffer.writeUInt32BE(value, at);
    return this;
  }

  int64(value: number): this {
    const high = Math.floor(value / TWO_POW_32);
    return this.int32(high).uint32(value - high * TWO_POW_32);
  }

  text(value: string, byteLength: number): this {
    const at = this.#reserve(byteLength);
    this.#buffer.write(value, at, 'utf8');
    return this;
  }

  raw(value: Uint8Array): this {
    const at = this.#reserve(value.length);
    this.#buffer.set(value, at);
    return this;
  }

  /** Zigzag integer of variable length, see WireReader. */
  varint(value: number): this {
    let rest = value < 0 ? -value * 2 - 1 : value * 2;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.int8((rest % 128) | 0x80);
    return this.int8(rest);
  }

  /** Puts in a length that is known only after what it measures was written. */
  patchInt32(value: number, at: number): void {
    this.#buffer.writeInt32BE(value, at);
  }

  patchUint32(value: number, at: number): void {
    this.#buffer.writeUInt32BE(value, at);
  }

  /** What was written from `from` on, without copying: valid until the next write. */
  written(from = 0): Buffer {
    return this.#buffer.subarray(from, this.#length);
  }

  #reserve(bytes: number): number {
    const at = this.#length;
    const needed = at + bytes;
    if (needed > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, needed));
      this.#buffer.copy(larger, 0, 0, at);
      this.#buffer = larger;
    }
    this.#length = needed;
    return at;
  }
}
