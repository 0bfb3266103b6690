import {
  type BudgetOptions,
  Budgets,
  type Logger,
  type SharedBudgets,
  shareBudgets,
} from '@domovoy/service-kit';
import { type Store, shareSpendings } from '@domovoy/store';

export interface SharedRateOptions {
  readonly store: Store;
  readonly logger: Logger;
  /** What stands before the integration's id where all processes count: `hook`. */
  readonly name: string;
  readonly budget: BudgetOptions;
  readonly everyMs?: number;
}

/**
 * How fast one integration may send, whichever process it reaches. Only integrations that exist have a bucket, so their
 * number is bounded. While the database does not answer this process goes on counting by itself.
 */
export class SharedRate implements AsyncDisposable {
  readonly #name: string;
  readonly #budgets: Budgets;
  readonly #shared: SharedBudgets;

  constructor({ store, logger, name, budget, everyMs }: SharedRateOptions) {
    this.#name = name;
    this.#budgets = new Budgets(budget);
    let isTold = true;
    this.#shared = shareBudgets(this.#budgets, {
      exchange: async (given) => {
        const all = await shareSpendings(store, given);
        isTold = true;
        return all;
      },
      onFailure: (error) => {
        if (isTold)
          logger.warn({ event: 'rate-not-shared', rate: name, err: error }, 'each process counts for itself');
        isTold = false;
      },
      ...(everyMs === undefined ? {} : { everyMs }),
    });
  }

  /** False: it is one too many. `leaving`: so much of the burst is not for this one. */
  take(integrationId: bigint, leaving = 0): boolean {
    if (this.secondsUntilNext(integrationId, leaving) > 0) return false;
    return this.#budgets.take(this.#key(integrationId), 1);
  }

  /** Nothing came of it. */
  giveBack(integrationId: bigint): void {
    this.#budgets.giveBack(this.#key(integrationId), 1);
  }

  secondsUntilNext(integrationId: bigint, leaving = 0): number {
    return this.#budgets.secondsUntil(this.#key(integrationId), 1 + leaving);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve(this.#shared[Symbol.asyncDispose]());
  }

  #key(integrationId: bigint): string {
    return `${this.#name}:${integrationId}`;
  }
}
