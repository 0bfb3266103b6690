/** Output of an LZ77 decoder: grows, and can repeat what it already holds. */
export class BackReferenceOutput {
  #buffer: Buffer;
  #length = 0;
  readonly #maxBytes: number;

  constructor(expectedBytes: number, maxBytes: number) {
    if (expectedBytes > maxBytes) throw new RangeError('the data unpack to more than is allowed');
    this.#buffer = Buffer.allocUnsafe(expectedBytes);
    this.#maxBytes = maxBytes;
  }

  literal(source: Buffer, from: number, length: number): void {
    if (from + length > source.length) throw new RangeError('the compressed data end early');
    const at = this.#reserve(length);
    source.copy(this.#buffer, at, from, from + length);
  }

  /** Byte by byte, since the source may overlap what is being written: that is how repetitions are coded. */
  repeat(distance: number, length: number): void {
    if (distance < 1 || distance > this.#length)
      throw new RangeError('a back reference points before the start');
    const at = this.#reserve(length);
    for (let i = at; i < at + length; i++) this.#buffer[i] = this.#buffer[i - distance]!;
  }

  get length(): number {
    return this.#length;
  }

  result(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  #reserve(length: number): number {
    const at = this.#length;
    const needed = at + length;
    if (needed > this.#maxBytes) throw new RangeError('the data unpack to more than is allowed');
    if (needed > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, needed));
      this.#buffer.copy(larger, 0, 0, at);
      this.#buffer = larger;
    }
    this.#length = needed;
    return at;
  }
}
