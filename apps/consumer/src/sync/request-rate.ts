import { pause } from '../intake/waiting.ts';

interface Clock {
  /** Milliseconds. */
  now(): number;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/**
 * So many requests a second to one integration's RosDomofon, evenly, with up to a second's worth at once after a pause.
 * In memory: the owner of an integration is the only one who asks.
 */
export class RequestRate {
  readonly #perSecond: number;
  readonly #clock: Clock;
  /** When the bucket was, or will be, empty. */
  #emptyAt: number;

  constructor(perSecond: number, clock: Clock = { now: () => performance.now(), wait: pause }) {
    this.#perSecond = perSecond;
    this.#clock = clock;
    this.#emptyAt = clock.now() - 1_000;
  }

  /** Resolves when the next request may go out, or when the signal aborts. */
  async take(signal: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    this.#emptyAt = Math.max(this.#emptyAt, now - 1_000) + 1_000 / this.#perSecond;
    await this.#clock.wait(this.#emptyAt - now, signal);
  }
}
