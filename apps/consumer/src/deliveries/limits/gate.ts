import type { Breaker } from './breaker.ts';

export type TargetState = 'running' | 'paused' | 'resting' | 'breaker_open' | 'closing';

/** Whether anything may begin at a target, and why not. */
export class Gate {
  readonly #breaker: Breaker;
  #isClosing = false;
  #isPaused = false;
  #restUntil = 0;
  /** Aborted when nothing may begin any more: those who wait for the limiter give up. */
  #hold = new AbortController();

  constructor(breaker: Breaker) {
    this.#breaker = breaker;
  }

  get state(): TargetState {
    if (this.#isClosing) return 'closing';
    if (this.#isPaused) return 'paused';
    if (this.restLeftMs > 0) return 'resting';
    return this.#breaker.state === 'closed' ? 'running' : 'breaker_open';
  }

  get admits(): 'all' | 'one' | 'none' {
    const { state } = this;
    return state === 'running' || state === 'breaker_open' ? this.#breaker.admits : 'none';
  }

  /** Until it opens by itself; null: it is open, or somebody has to open it. */
  get opensInMs(): number | null {
    const { state } = this;
    if (state === 'resting') return this.restLeftMs;
    return state === 'breaker_open' ? this.#breaker.leftMs : null;
  }

  get restLeftMs(): number {
    return Math.max(0, this.#restUntil - performance.now());
  }

  get holdSignal(): AbortSignal {
    return this.#hold.signal;
  }

  close(): void {
    this.#isClosing = true;
  }

  pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
  }

  rest(forMs: number): void {
    this.#restUntil = performance.now() + forMs;
  }

  /** Nothing more begins now; what comes later waits anew. */
  hold(): void {
    this.#hold.abort();
    this.#hold = new AbortController();
  }
}
