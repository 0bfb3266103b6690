import type { Logger } from '@domovoy/service-kit';
import { type Store, sweepDeliveries } from '@domovoy/store';
import { pause } from '../../intake/waiting.ts';

export interface SweeperOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly everyMs: number;
  readonly onSwept: (count: number, integrationIds: readonly bigint[]) => void;
}

/** The lease has to be over by the database's clock, which counts finer than a timer. */
const JUST_AFTER_MS = 2;

/**
 * Returns deliveries whose lease ran out, of whichever worker: every process does it, so that the death of one is
 * noticed by any other. At least once a second, and exactly when the next lease ends that nobody has settled by then.
 */
export class Sweeper implements AsyncDisposable {
  readonly #options: SweeperOptions;
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;

  constructor(options: SweeperOptions) {
    this.#options = options;
    this.#ended = this.#sweepAgainAndAgain();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await this.#ended;
  }

  async #sweepAgainAndAgain(): Promise<void> {
    const { store, logger, everyMs, onSwept } = this.#options;
    const { signal } = this.#closing;
    for (let hasFailed = false; !signal.aborted; ) {
      let waitMs = everyMs;
      try {
        const { count, integrationIds, nextInMs } = await sweepDeliveries(store);
        if (count > 0) {
          logger.warn({ event: 'leases-swept', count }, 'deliveries come again: their leases ran out');
          onSwept(count, integrationIds);
        }
        waitMs = Math.min(everyMs, (nextInMs ?? everyMs) + JUST_AFTER_MS);
        hasFailed = false;
      } catch (error) {
        if (!hasFailed) logger.warn({ event: 'sweep-failed', err: error });
        hasFailed = true;
      }
      await pause(waitMs, signal);
    }
  }
}
