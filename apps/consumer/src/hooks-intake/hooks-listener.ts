import type { Logger } from '@domovoy/service-kit';
import { HOOKS_CHANNEL, type Listener, type Store, untilDatabase } from '@domovoy/store';
import type { PortalWatch } from './portal-watch.ts';

/** One for the process: wakes the watch of the portal whose event came in. Behind it each watch looks by itself. */
export class HooksListener implements AsyncDisposable {
  readonly #watches: () => readonly PortalWatch[];
  readonly #closing = new AbortController();
  readonly #listening: Promise<Listener | null>;

  constructor(options: { store: Store; logger: Logger; watches: () => readonly PortalWatch[] }) {
    const { store, logger } = options;
    this.#watches = options.watches;
    const { signal } = this.#closing;
    this.#listening = untilDatabase(() => store.listen(HOOKS_CHANNEL, (payload) => this.#wake(payload)), {
      signal,
      onWait: () => {},
    }).catch((error: unknown) => {
      if (!signal.aborted) logger.error({ event: 'listen-failed', err: error });
      return null;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    const listener = await this.#listening;
    await listener?.close();
  }

  /** An empty one means: anything may have happened. */
  #wake(payload: string): void {
    for (const watch of this.#watches())
      if (payload === '' || String(watch.integration.id) === payload) watch.wake();
  }
}
