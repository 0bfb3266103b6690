import type { Logger } from '@domovoy/service-kit';
import { reportDeliveryTarget, type Store, type TargetOwner } from '@domovoy/store';
import type { Breaker } from '../limits/breaker.ts';
import type { Limiter } from '../limits/limiter.ts';

export interface ReporterOptions {
  readonly store: Store;
  readonly owner: TargetOwner;
  readonly breaker: Breaker;
  readonly limiter: Limiter;
  readonly logger: Logger;
}

/** Tells people, through the target's row, what only the memory of its owner knows. Says nothing twice. */
export class Reporter {
  readonly #options: ReporterOptions;
  #said = JSON.stringify(['closed', null, { usedPerSecond: 0, allowedPerSecond: null }]);
  #saying: Promise<void> | null = null;

  constructor(options: ReporterOptions) {
    this.#options = options;
  }

  /** True: something was told. */
  async report(): Promise<boolean> {
    await this.#saying;
    const { breaker, limiter } = this.#options;
    const usage = limiter.usage();
    const saying = JSON.stringify([breaker.state, breaker.code, usage]);
    if (saying === this.#said) return false;
    this.#said = saying;
    const { store, owner, logger } = this.#options;
    const report = {
      breaker: breaker.state,
      breakerCode: breaker.code,
      breakerLeftMs: breaker.leftMs,
      ...usage,
    };
    this.#saying = reportDeliveryTarget(store, { ...owner, ...report }).catch((error: unknown) => {
      this.#said = '';
      logger.warn({ event: 'target-not-reported', err: error });
    });
    await this.#saying;
    return true;
  }
}
