import type { BreakerState } from '@domovoy/store';
import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
} from 'cockatiel';
import type { BreakerSettings } from '../settings.ts';

/** What one attempt says about the target: null is well, a code is what it failed with. */
export interface Judged {
  readonly failure: string | null;
}

const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Isolated]: 'open',
};

/** Leaves a target alone that fails again and again. While it is open nothing is claimed, so nothing spends attempts. */
export class Breaker {
  readonly #settings: BreakerSettings;
  readonly #policy: CircuitBreakerPolicy;
  #openUntil = 0;
  #openedInARow = 0;
  #code: string | null = null;
  #hasFailed = false;

  constructor(settings: BreakerSettings, onChange: () => void) {
    this.#settings = settings;
    const isFailure = (result: unknown) => (result as Judged).failure !== null;
    this.#policy = circuitBreaker(handleWhenResult(isFailure), {
      // cockatiel would measure by the wall clock, which may be set back by an hour. It is told "no time at all"; how long
      // really is decided here, by a clock that only goes forward.
      halfOpenAfter: Number.NEGATIVE_INFINITY,
      breaker: new ConsecutiveBreaker(settings.failures),
    });
    this.#policy.onBreak(() => {
      this.#openUntil = performance.now() + this.#openMs();
      this.#openedInARow += 1;
    });
    this.#policy.onReset(() => {
      this.#openedInARow = 0;
      this.#code = null;
    });
    this.#policy.onStateChange(onChange);
  }

  get state(): BreakerState {
    return STATES[this.#policy.state];
  }

  /** Why it is not closed. */
  get code(): string | null {
    return this.state === 'closed' ? null : this.#code;
  }

  /** Until one delivery may try; null: it is not open. */
  get leftMs(): number | null {
    return this.state === 'open' ? Math.max(0, this.#openUntil - performance.now()) : null;
  }

  /** How many deliveries may begin: all, one as a probe, or none. */
  get admits(): 'all' | 'one' | 'none' {
    const { state } = this.#policy;
    if (state === CircuitState.Closed) return 'all';
    return state === CircuitState.Open && performance.now() >= this.#openUntil ? 'one' : 'none';
  }

  /** Null: it is open, nothing was done. */
  async run<T extends Judged>(work: () => Promise<T>): Promise<T | null> {
    const { admits } = this;
    // cockatiel would let those who come during a probe wait for its end.
    if (admits === 'none') return null;
    if (admits === 'one') return this.#tell(work);
    const result = await work();
    // One success after another is no news. What comes after the breaker has opened is none either: it began before.
    if ((result.failure !== null || this.#hasFailed) && this.admits === 'all')
      await this.#tell(async () => result);
    return result;
  }

  async #tell<T extends Judged>(work: () => Promise<T>): Promise<T> {
    return this.#policy.execute(async () => {
      const result = await work();
      this.#hasFailed = result.failure !== null;
      this.#code = result.failure ?? this.#code;
      return result;
    });
  }

  #openMs(): number {
    const { baseMs, capMs } = this.#settings;
    return Math.min(capMs, baseMs * 2 ** Math.min(this.#openedInARow, 30));
  }
}
