/**
 * Lets so many pieces of work run at once and the others wait. The pool has a connection for each slot, so a
 * deadline that begins here measures the database and not the queue.
 */
export class Slots {
  readonly #count: number;
  #free: number;
  #whenIdle: (() => void)[] = [];
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#count = count;
    this.#free = count;
  }

  /** Resolves when no work is left. */
  async idle(): Promise<void> {
    if (this.#free < this.#count) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
  }

  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
      if (this.#free === this.#count) for (const resolve of this.#whenIdle.splice(0)) resolve();
    }
  }
}
