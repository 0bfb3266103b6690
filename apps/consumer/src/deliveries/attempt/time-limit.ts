/** Why an attempt was told to give up. */
export type GivenUp = 'ATTEMPT_TIMEOUT' | 'SHUTDOWN';

/** How long a handler that was told to give up may take for saying what is known. */
const GRACE_MS = 1_000;

/** The moment from which the process waits for no attempt any more. (An AbortSignal costs 3 µs for each who listens.) */
export class Abandon {
  readonly #limits = new Set<TimeLimit>();
  #isNow = false;

  now(): void {
    this.#isNow = true;
    for (const limit of this.#limits) limit.giveUp('SHUTDOWN');
  }

  add(limit: TimeLimit): void {
    this.#limits.add(limit);
    if (this.#isNow) limit.giveUp('SHUTDOWN');
  }

  delete(limit: TimeLimit): void {
    this.#limits.delete(limit);
  }
}

/** The time that one attempt has. */
export class TimeLimit {
  /** Made when somebody looks at it. */
  #controller: AbortController | undefined;
  #overrun: PromiseWithResolvers<GivenUp> | undefined;
  #abandon: Abandon | undefined;
  #timer: NodeJS.Timeout | undefined;
  #reason: GivenUp | null = null;

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#reason !== null) this.#abort(this.#reason);
    return this.#controller.signal;
  }

  /** Null: nobody was told to give up. */
  get reason(): GivenUp | null {
    return this.#reason;
  }

  /** Resolves when the handler was told to give up and did not. */
  start(timeoutMs: number, abandon: Abandon): Promise<GivenUp> {
    this.#timer = setTimeout(() => this.giveUp('ATTEMPT_TIMEOUT'), timeoutMs);
    this.#abandon = abandon;
    this.#overrun = Promise.withResolvers();
    abandon.add(this);
    return this.#overrun.promise;
  }

  giveUp(reason: GivenUp): void {
    if (this.#reason !== null) return;
    this.#reason = reason;
    this.#abort(reason);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#overrun?.resolve(reason), GRACE_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#abandon?.delete(this);
  }

  #abort(reason: GivenUp): void {
    this.#controller?.abort(new DOMException(`the attempt is given up: ${reason}`, 'AbortError'));
  }
}
