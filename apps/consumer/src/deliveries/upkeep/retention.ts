import type { Logger } from '@domovoy/service-kit';
import { forgetDeliveries, type Store } from '@domovoy/store';
import { pause } from '../../intake/waiting.ts';

export interface RetentionOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly days: number;
  readonly everyMs: number;
  readonly onForgotten: (count: number) => void;
}

/** Small, with pauses between them: each is a transaction that holds the feed while it writes. */
const BATCH = 1_000;
const BREATH_MS = 100;

/** Deletes deliveries that were settled long ago. Every process tries; whoever comes second finds nothing to do. */
export class Retention implements AsyncDisposable {
  readonly #options: RetentionOptions;
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;

  constructor(options: RetentionOptions) {
    this.#options = options;
    this.#ended = this.#forgetAgainAndAgain();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await this.#ended;
  }

  async #forgetAgainAndAgain(): Promise<void> {
    const { logger, everyMs } = this.#options;
    const { signal } = this.#closing;
    while (!signal.aborted) {
      // Not all processes at once, and not in the first moments of one.
      await pause(everyMs * (0.5 + Math.random()), signal);
      if (signal.aborted) return;
      try {
        await this.#forget();
      } catch (error) {
        logger.warn({ event: 'retention-failed', err: error });
      }
    }
  }

  async #forget(): Promise<void> {
    const { store, logger, days, onForgotten } = this.#options;
    const { signal } = this.#closing;
    let total = 0;
    for (let after: bigint | null = 0n; after !== null && !signal.aborted; ) {
      const { count, nextAfter } = await forgetDeliveries(store, {
        olderThanDays: days,
        after,
        limit: BATCH,
      });
      after = nextAfter;
      total += count;
      onForgotten(count);
      await pause(BREATH_MS, signal);
    }
    if (total > 0) logger.info({ event: 'deliveries-forgotten', count: total, days });
  }
}
