import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from '@domovoy/service-kit';
import { heartbeatWorker, registerWorker, retireWorker, type Store } from '@domovoy/store';
import { pause, within } from '../intake/waiting.ts';

export interface LeaseOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly heartbeatMs?: number;
  readonly leaseMs?: number;
  /** Stops all work. Only when it is done does the worker come back, under a new id. */
  readonly onLost: () => Promise<void>;
}

const RETRY_MS = 500;
/** How long the end of the process waits for a database that may be frozen. */
const GOODBYE_MS = 1_500;

/**
 * The worker's life in the database: one row, one lease for all that it owns. A lease that ran out, by the
 * database's word or by our own clock, is not mended: the work stops and the worker registers under a new id, so
 * that nobody ever mistakes the one for the other. (Ending the process instead would turn every outage of the
 * database into a restart of all consumers.)
 */
export class Lease implements AsyncDisposable {
  readonly #options: Required<LeaseOptions>;
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;
  #workerId: string | null = null;
  #isAnswered = false;

  constructor(options: LeaseOptions) {
    this.#options = { heartbeatMs: 2_000, leaseMs: 6_000, ...options };
    this.#ended = this.#live();
  }

  /** Null while there is no lease: nothing may be begun. */
  get workerId(): string | null {
    return this.#workerId;
  }

  /** Did the database answer the last heartbeat? */
  get isAnswered(): boolean {
    return this.#isAnswered;
  }

  async #live(): Promise<void> {
    const { signal } = this.#closing;
    const { store, logger, leaseMs, heartbeatMs, onLost } = this.#options;
    while (!signal.aborted) {
      const id = `${hostname()}:${process.pid}:${randomUUID()}`;
      const askedAt = performance.now();
      const isRegistered = await this.#ask('register', () =>
        registerWorker(store, { workerId: id, leaseMs }),
      );
      if (isRegistered === null) {
        await pause(RETRY_MS, signal);
        continue;
      }
      this.#workerId = id;
      logger.info({ event: 'worker-registered', workerId: id });
      await pause(heartbeatMs, signal);
      await this.#beat(id, askedAt + leaseMs);
      if (signal.aborted) return;
      this.#workerId = null;
      logger.error(
        { event: 'lease-lost', workerId: id },
        'the lease was lost: all work stops and begins anew',
      );
      await onLost();
    }
  }

  /** Heartbeats until the lease is lost or the worker closes. */
  async #beat(workerId: string, firstUntil: number): Promise<void> {
    const { signal } = this.#closing;
    const { store, leaseMs, heartbeatMs } = this.#options;
    for (let heldUntil = firstUntil; !signal.aborted; ) {
      const askedAt = performance.now();
      const expiry = new AbortController();
      const isAlive = await Promise.race([
        this.#ask('heartbeat', () => heartbeatWorker(store, { workerId, leaseMs })),
        // A frozen connection answers neither yes nor no.
        pause(heldUntil - askedAt, AbortSignal.any([signal, expiry.signal])).then(() => null),
      ]);
      expiry.abort();
      if (isAlive === false) return;
      if (isAlive) heldUntil = askedAt + leaseMs;
      else if (performance.now() >= heldUntil) return;
      await pause(isAlive ? heartbeatMs : RETRY_MS, signal);
    }
  }

  /** Null when the database did not answer. */
  async #ask<T>(what: string, question: () => Promise<T>): Promise<T | null> {
    try {
      const answer = await question();
      this.#isAnswered = true;
      return answer;
    } catch (error) {
      if (this.#isAnswered) this.#options.logger.warn({ event: 'database-silent', what, err: error });
      this.#isAnswered = false;
      return null;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await within(GOODBYE_MS, this.#ended);
    const workerId = this.#workerId;
    // Without an answer the lease runs out by itself.
    if (workerId)
      await within(
        GOODBYE_MS,
        this.#ask('retire', () => retireWorker(this.#options.store, workerId)),
      );
  }
}
