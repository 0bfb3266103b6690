import type { Logger } from '@domovoy/service-kit';
import { findSyncWork, type Listener, requestSyncRun, type Store, SYNC_RUNS_CHANNEL } from '@domovoy/store';
import { pause, within } from '../intake/waiting.ts';
import type { Mirror } from './mirror.ts';

export interface SyncWatchOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly mirrors: () => readonly Mirror[];
  /** How long after a full import the next one begins. */
  readonly everyMs: number;
  /** The slow poll behind NOTIFY. */
  readonly lookMs?: number;
}

/** After a run that failed the next one comes sooner. */
const RETRY_FAILED_MS = 15 * 60_000;
const LISTEN_AGAIN_MS = 2_000;

/**
 * Wakes the mirrors of this process when there are runs for them, and asks for a full run when the last one is too
 * long ago or there was none. One statement for all of them, at every NOTIFY and every few seconds.
 */
export class SyncWatch implements AsyncDisposable {
  readonly #options: Required<SyncWatchOptions>;
  readonly #closing = new AbortController();
  readonly #ended: Promise<unknown>;
  #notified = Promise.withResolvers<void>();

  constructor(options: SyncWatchOptions) {
    this.#options = { lookMs: 5_000, ...options };
    this.#ended = Promise.all([this.#listen(), this.#lookAgainAndAgain()]);
  }

  /** There may be something to do: at the next turn of the event loop, not in the caller's. */
  look(): void {
    setImmediate(() => this.#notified.resolve());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    // A look that hangs in a frozen database begins nothing any more.
    await within(1_000, this.#ended);
  }

  async #lookAgainAndAgain(): Promise<void> {
    const { signal } = this.#closing;
    for (let hasFailed = false; !signal.aborted; ) {
      this.#notified = Promise.withResolvers();
      try {
        await this.#look();
        hasFailed = false;
      } catch (error) {
        if (!hasFailed)
          this.#options.logger.warn(
            { event: 'sync-look-failed', err: error },
            'no look at the runs of the mirror',
          );
        hasFailed = true;
      }
      const waiting = new AbortController();
      await Promise.race([
        this.#notified.promise,
        pause(this.#options.lookMs, AbortSignal.any([signal, waiting.signal])),
      ]);
      waiting.abort();
    }
  }

  async #look(): Promise<void> {
    const { store, everyMs, mirrors } = this.#options;
    const byIntegration = new Map(mirrors().map((mirror) => [mirror.integration.id, mirror]));
    const found = await findSyncWork(store, [...byIntegration.keys()], { everyMs, retryMs: RETRY_FAILED_MS });
    for (const { integrationId, isDue, hasFull, hasAccount, hasPreview } of found) {
      const mirror = byIntegration.get(integrationId);
      if (isDue) await this.#requestFull(integrationId);
      if (isDue || hasFull) mirror?.wake('full');
      if (hasAccount) mirror?.wake('account');
      if (hasPreview) mirror?.wake('preview');
    }
  }

  async #requestFull(integrationId: bigint): Promise<void> {
    const request = {
      integrationId,
      kind: 'full',
      accountRosdomofonId: null,
      requestedBy: 'schedule',
    } as const;
    await requestSyncRun(this.#options.store, request);
  }

  /** A store whose database is away cannot listen; afterwards it keeps the connection up by itself. */
  async #listen(): Promise<void> {
    const { signal } = this.#closing;
    for (let listener: Listener | null = null; !signal.aborted; ) {
      listener = await this.#options.store.listen(SYNC_RUNS_CHANNEL, () => this.look()).catch(() => null);
      if (listener) {
        await aborted(signal);
        await listener.close();
      } else await pause(LISTEN_AGAIN_MS, signal);
    }
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
