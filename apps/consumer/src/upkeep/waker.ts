import type { Logger } from '@domovoy/service-kit';
import { notifyChanges, type Store, wakeSetAside } from '@domovoy/store';
import { pause } from '../intake/waiting.ts';

export interface WakerOptions {
  readonly store: Store;
  readonly logger: Logger;
  /** What is set aside meanwhile for a shorter time comes back so much later at most. */
  readonly everyMs?: number;
}

const EVERY_MS = 2_000;
/** The time has to be over by the database's clock, which counts finer than a timer. */
const JUST_AFTER_MS = 2;

/**
 * Conversations that are snoozed and sign-ups that are parked come back at their time. Every process does it, so that the
 * death of one changes nothing; each takes its own rows. When nothing is due: 0.2 ms of the database every two seconds.
 */
export class Waker implements AsyncDisposable {
  readonly #options: WakerOptions;
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;

  constructor(options: WakerOptions) {
    this.#options = options;
    this.#ended = this.#wakeAgainAndAgain();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await this.#ended;
  }

  async #wakeAgainAndAgain(): Promise<void> {
    const { store, logger, everyMs = EVERY_MS } = this.#options;
    const { signal } = this.#closing;
    for (let hasFailed = false; !signal.aborted; ) {
      let waitMs = everyMs;
      try {
        const { count, nextInMs } = await wakeSetAside(store);
        if (count > 0) {
          notifyChanges(store).catch(() => undefined);
          waitMs = 0;
        } else if (nextInMs !== null) waitMs = Math.min(everyMs, nextInMs + JUST_AFTER_MS);
        hasFailed = false;
      } catch (error) {
        if (!hasFailed) logger.warn({ event: 'wake-failed', err: error });
        hasFailed = true;
      }
      await pause(waitMs, signal);
    }
  }
}
