/** A claimed delivery waits in memory for its turn: about this long, so that its lease is not used up by waiting. */
const WAIT_MS = 500;

/** How many deliveries to hold at once: few for a slow target, many for a fast one. */
export class BatchSize {
  readonly #least: number;
  readonly #most: number;
  #size: number;
  #measuredAt = 0;
  #ended = 0;

  constructor(options: { least: number; most: number }) {
    this.#least = Math.min(options.least, options.most);
    this.#most = options.most;
    this.#size = this.#least;
  }

  get size(): number {
    return this.#size;
  }

  /** One has ended. */
  count(): void {
    this.#ended += 1;
  }

  /** Before a claim. `isBusy`: since the last one there was always something to do, so what ended tells the speed. */
  measure(isBusy: boolean): void {
    const now = performance.now();
    const elapsedMs = now - this.#measuredAt;
    if (isBusy && elapsedMs > 0 && this.#ended > 0) {
      const wanted = Math.ceil((this.#ended / elapsedMs) * WAIT_MS);
      this.#size = Math.max(this.#least, Math.min(this.#most, wanted));
    }
    this.#measuredAt = now;
    this.#ended = 0;
  }
}
