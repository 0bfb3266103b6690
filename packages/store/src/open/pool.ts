import { setTimeout as pause } from 'node:timers/promises';
import { storeError } from '../errors/classify.ts';
import { StoreTimeoutError } from '../errors/store-error.ts';
import type { Client, Connections } from './connect.ts';
import { Slots } from './slots.ts';

/**
 * The client gives up so long after the server should have: only a frozen connection lets it come to that. A
 * postgres.js client waits for ever on one, and hands its siblings, frozen too, to the next statements.
 */
const GRACE_MS = 2_000;
const CLOSE_MS = 5_000;

/**
 * A client with a deadline for everything that runs on it. When one passes, all connections are cut and made anew,
 * because those that lie idle are as dead as the one that was noticed. What else was in progress on them fails as
 * retryable.
 */
export class Pool {
  readonly #open: () => Connections;
  readonly #slots: Slots;
  #connections: Connections;
  #isClosed = false;

  constructor(maxConnections: number, open: () => Connections) {
    this.#open = open;
    this.#slots = new Slots(maxConnections);
    this.#connections = open();
  }

  /** Runs the work on the client of the moment. `timeoutMs` is what the server allows for it. */
  use<T>(timeoutMs: number, work: (sql: Client) => PromiseLike<T>): Promise<T> {
    return this.#slots.use(async () => {
      const connections = this.#connections;
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(
        // One more turn of the event loop: after a long pause of this process the answer may be waiting to be read.
        () => setImmediate(() => late.reject(this.#giveUp(connections, timeoutMs))),
        timeoutMs + GRACE_MS,
      );
      try {
        return await Promise.race([work(connections.sql), late.promise]);
      } catch (error) {
        throw storeError(error);
      } finally {
        clearTimeout(timer);
      }
    });
  }

  /**
   * Lets what is in progress end, within a limit. The client's own `end` cannot be asked: after a lost connection it
   * waits for a statement that failed long ago.
   */
  async close(): Promise<void> {
    this.#isClosed = true;
    const limit = new AbortController();
    const late = pause(CLOSE_MS, undefined, { signal: limit.signal }).catch(() => {});
    await Promise.race([this.#slots.idle(), late]);
    limit.abort();
    await this.#connections.close();
  }

  #giveUp(connections: Connections, timeoutMs: number): StoreTimeoutError {
    if (this.#connections === connections && !this.#isClosed) {
      this.#connections = this.#open();
      connections.destroy();
    }
    return new StoreTimeoutError('The database did not answer in time: the connections were made anew', {
      code: 'STORE_TIMEOUT',
      retryable: true,
      unknownOutcome: true,
      meta: { timeoutMs },
    });
  }
}
