/** setTimeout turns anything longer into nothing at all. */
const LONGEST_MS = 2 ** 31 - 1;

/** One timer that goes off at the earliest time that was asked for. */
export class Alarm {
  readonly #onTime: () => void;
  #timer: NodeJS.Timeout | undefined;
  #at = Infinity;

  constructor(onTime: () => void) {
    this.#onTime = onTime;
  }

  setIn(ms: number): void {
    const at = performance.now() + ms;
    if (at >= this.#at) return;
    this.clear();
    this.#at = at;
    // One more: a timer may go off a fraction early, before the database finds it due.
    this.#timer = setTimeout(
      () => {
        this.#at = Infinity;
        this.#onTime();
      },
      Math.min(Math.ceil(ms) + 1, LONGEST_MS),
    );
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#at = Infinity;
  }
}
