import { pause } from '../intake/waiting.ts';

/**
 * So many requests a second to one integration's RosDomofon, evenly, with up to a second's worth at once after a pause.
 * In memory: the owner of an integration is the only one who asks.
 */
export class RequestRate {
  readonly #perSecond: number;
  readonly #now: () => number;
  /** When the bucket was, or will be, empty. */
  #emptyAt: number;

  constructor(perSecond: number, now: () => number = () => performance.now()) {
    this.#perSecond = perSecond;
    this.#now = now;
    this.#emptyAt = now() - 1_000;
  }

  /** Resolves when the next request may go out, or when the signal aborts. */
  async take(signal: AbortSignal): Promise<void> {
    const now = this.#now();
    this.#emptyAt = Math.max(this.#emptyAt, now - 1_000) + 1_000 / this.#perSecond;
    await pause(this.#emptyAt - now, signal);
  }
}
