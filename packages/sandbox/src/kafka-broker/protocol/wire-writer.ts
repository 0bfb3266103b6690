const TWO_POW_32 = 0x1_0000_0000;

/** From this size on it costs less to send a buffer on its own than to copy it. */
const ATTACHED_BYTES = 4_096;

/** Writes big-endian primitives into a buffer that grows by doubling, and takes large buffers along without copying them. */
export class WireWriter {
  readonly #finished: Buffer[] = [];
  #finishedBytes = 0;
  #buffer: Buffer;
  #length = 0;

  constructor(expectedBytes = 512) {
    this.#buffer = Buffer.allocUnsafe(expectedBytes);
  }

  get length(): number {
    return this.#finishedBytes + this.#length;
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

  /** As raw(), but a large value is not copied: it must not change until the chunks were sent. */
  attach(value: Buffer): this {
    if (value.length < ATTACHED_BYTES) return this.raw(value);
    this.#finished.push(this.#buffer.subarray(0, this.#length), value);
    this.#finishedBytes += this.#length + value.length;
    this.#buffer = Buffer.allocUnsafe(512);
    this.#length = 0;
    return this;
  }

  /** Zigzag integer of variable length, see WireReader. */
  varint(value: number): this {
    let rest = value < 0 ? -value * 2 - 1 : value * 2;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.int8((rest % 128) | 0x80);
    return this.int8(rest);
  }

  /** Puts in a length that is known only after what it measures was written. Its place is before all attached buffers. */
  patchInt32(value: number, at: number): void {
    (this.#finished[0] ?? this.#buffer).writeInt32BE(value, at);
  }

  patchUint32(value: number, at: number): void {
    (this.#finished[0] ?? this.#buffer).writeUInt32BE(value, at);
  }

  /** What was written, in pieces, without copying. */
  chunks(): Buffer[] {
    return [...this.#finished, this.#buffer.subarray(0, this.#length)];
  }

  /** What was written from `from` on; without copying where nothing is attached, and then valid until the next write. */
  written(from = 0): Buffer {
    if (this.#finished.length > 0) return Buffer.concat(this.chunks()).subarray(from);
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
