import { BatchSize } from './batch-size.ts';

/**
 * A claim walks over all subjects that wait: 390 ms for 100,000 of them. One that found nothing is followed by another
 * only after some multiple of what it took, so that a large backlog that waits costs no more than a share of a core.
 */
const PACE = 4;
const LONG_WALK_MS = 20;

/** Where the next claim begins, how much it asks for, and when there is a point in it. */
export class ClaimPlan {
  readonly #batch: BatchSize;
  readonly #maxRunLength: number;
  #after = '';
  #runLength = 1;
  #isBusy = false;
  #notBefore = 0;
  #limit: number;
  #hasAll = false;

  constructor(options: { concurrency: number; maxClaimed: number; maxRunLength: number }) {
    this.#batch = new BatchSize({ least: options.concurrency, most: options.maxClaimed });
    this.#maxRunLength = options.maxRunLength;
    this.#limit = this.#batch.size;
  }

  /** One was settled. */
  count(): void {
    this.#batch.count();
  }

  /** The last claim took all that there was: another one has a point only when something has changed in the database. */
  get hasAll(): boolean {
    return this.#hasAll;
  }

  /** Until a claim may find something that the last one did not. */
  get waitMs(): number {
    return Math.max(0, this.#notBefore - performance.now());
  }

  /**
   * How many to ask for: another batch while one waits, so that the database and this process work at the same time.
   * What is being settled needs no room, as long as settling keeps up.
   */
  room({ open, held }: { open: number; held: number }): number {
    const { size } = this.#batch;
    return open > size || held > 4 * size ? 0 : Math.min(size, this.#limit);
  }

  next(): { after: string; runLength: number } {
    this.#batch.measure(this.#isBusy);
    return { after: this.#after, runLength: this.#runLength };
  }

  /** What the claim gave. True: it did not come to the end and once around, so there may be more. */
  took(subjects: readonly string[], limit: number, tookMs: number): boolean {
    const wasFromStart = this.#after === '';
    this.#isBusy = subjects.length === limit;
    this.#after = this.#isBusy ? (subjects.toSorted().at(-1) ?? '') : '';
    // As long as there are subjects enough, one of each: what is claimed behind one that fails goes back for nothing.
    this.#runLength = this.#isBusy
      ? Math.ceil(this.#runLength / 2)
      : Math.min(2 * this.#runLength, this.#maxRunLength);
    if (this.#isBusy) this.#limit = 2 * limit;
    else if (wasFromStart) this.#limit = Math.max(this.#batch.least, Math.ceil(subjects.length / 2));
    const isLongWalk = subjects.length === 0 && tookMs > LONG_WALK_MS;
    this.#notBefore = isLongWalk ? performance.now() + PACE * tookMs : 0;
    this.#hasAll = !this.#isBusy && wasFromStart;
    return !this.#hasAll;
  }
}
