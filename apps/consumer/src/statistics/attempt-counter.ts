import type { Logger } from '@domovoy/service-kit';
import { beginCountingAttempts, countAttempts, type Store } from '@domovoy/store';
import { pause, within } from '../intake/waiting.ts';

export interface AttemptCounterOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly pollMs?: number;
}

/** How many attempts one transaction may count: it holds the feed for about 6 µs for each. */
const MANY = 5_000;
const FEW = 1_000;
const FIRST_SPAN_MS = 60_000;
const SHORTEST_SPAN_MS = 1_000;
const LONGEST_SPAN_MS = 24 * 3_600_000;
/** By less than this it need not catch up at once. */
const WORTH_MS = 60_000;
/** Rests so many times as long as it worked while it catches up. */
const REST_RATIO = 4;

/** Keeps delivery_hours up to the newest minutes. Every process tries; of several one at a time counts. */
export class AttemptCounter implements AsyncDisposable {
  readonly #options: Required<AttemptCounterOptions>;
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;
  #spanMs = FIRST_SPAN_MS;

  constructor(options: AttemptCounterOptions) {
    this.#options = { pollMs: 60_000, ...options };
    this.#ended = this.#againAndAgain();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await within(2_000, this.#ended);
  }

  async #againAndAgain(): Promise<void> {
    const { store, logger, pollMs } = this.#options;
    const { signal } = this.#closing;
    for (let hasFailed = false; !signal.aborted; ) {
      const startedAt = performance.now();
      let hasMore = false;
      try {
        await beginCountingAttempts(store);
        hasMore = await this.#count();
        hasFailed = false;
      } catch (error) {
        if (!hasFailed) logger.warn({ event: 'attempt-count-failed', err: error });
        hasFailed = true;
      }
      await pause(hasMore ? (performance.now() - startedAt) * REST_RATIO : pollMs, signal);
    }
  }

  /** Is there more to be counted at once? */
  async #count(): Promise<boolean> {
    const counted = await countAttempts(this.#options.store, { spanMs: this.#spanMs });
    if (counted === null) return false;
    if (counted.count > MANY) this.#spanMs = Math.max(SHORTEST_SPAN_MS, this.#spanMs / 2);
    else if (counted.count < FEW) this.#spanMs = Math.min(LONGEST_SPAN_MS, this.#spanMs * 2);
    return counted.leftMs > WORTH_MS;
  }
}
