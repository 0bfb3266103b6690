import { AsyncLocalStorage } from 'node:async_hooks';
import { StoreTimeoutError } from '../errors/store-error.ts';

/**
 * What of a postgres.js query ends it. Its own `cancel()` drops the promise of the request, whose failure would be an
 * uncaught error, and of one that waits behind another it mixes up the answers: only what is being executed is cancelled.
 */
interface Cancellable {
  readonly active: boolean;
  readonly canceller: ((query: Cancellable) => Promise<void>) | null;
}

const scopes = new AsyncLocalStorage<StatementScope>();

/**
 * The statements of one piece of work, wherever it makes them. Cancelled, it gets no further ones, and what the server is
 * doing for it is ended there: by a connection of its own, as the protocol has it.
 */
export class StatementScope {
  readonly #running = new Set<Cancellable>();
  readonly #cancelling = new Map<Cancellable, Promise<void>>();
  #isCancelled = false;
  #count = 0;

  /** How many there were. */
  get count(): number {
    return this.#count;
  }

  run<T>(work: () => T): T {
    return scopes.run(this, work);
  }

  cancel(): void {
    this.#isCancelled = true;
    for (const query of this.#running)
      if (query.active && query.canceller)
        // A database that is away has nothing to be cancelled.
        this.#cancelling.set(
          query,
          query.canceller(query).catch(() => {}),
        );
  }

  async follow<T>(query: Cancellable, result: () => PromiseLike<T>): Promise<T> {
    if (this.#isCancelled) throw cancelled();
    this.#count += 1;
    this.#running.add(query);
    try {
      return await result();
    } finally {
      this.#running.delete(query);
      // The request must not meet the connection's next statement.
      await this.#cancelling.get(query);
    }
  }
}

/** Runs a query of postgres.js as one of the scope that this is called in, if there is one. */
export function inScope<T>(query: object, result: () => PromiseLike<T>): PromiseLike<T> {
  const scope = scopes.getStore();
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- two fields that postgres.js has without a type
  return scope ? scope.follow(query as Cancellable, result) : result();
}

const cancelled = () =>
  new StoreTimeoutError('The work was given up before this statement', {
    code: 'STORE_CANCELLED',
    retryable: true,
  });
