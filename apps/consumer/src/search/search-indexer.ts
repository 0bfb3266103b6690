import type { Logger } from '@domovoy/service-kit';
import {
  indexBackfill,
  indexFeed,
  openFeed,
  restartSearch,
  type Store,
  sortInDocuments,
} from '@domovoy/store';
import { pause, within } from '../intake/waiting.ts';

export interface SearchIndexerOptions {
  readonly store: Store;
  readonly logger: Logger;
  /** How long it rests when there is nothing to do: so much later a message is found. */
  readonly pollMs?: number;
  /** How many times as long as it worked it rests while there is more to do. */
  readonly restRatio?: number;
  /** There is hardly ever anything older to be done; but whoever did it may have been killed. */
  readonly lookBackMs?: number;
}

/** Documents of one transaction, which holds the feed so long. */
const BATCH = 100;
/** Documents after which the index is sorted: until then a search walks along what is not. */
const SORT_AFTER = 2_000;

/**
 * Follows the feed and makes messages, sign-ups and conversations searchable. Words of a message cost more than the rest
 * of its intake, and intake goes first: a backlog is worked off with a ninth of a core.
 * Every process tries; of several one at a time works.
 */
export class SearchIndexer implements AsyncDisposable {
  readonly #options: Required<SearchIndexerOptions>;
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;
  #epoch: number | null = null;
  #unsorted = 0;
  #lookBackAt = 0;

  constructor(options: SearchIndexerOptions) {
    this.#options = { pollMs: 1_500, restRatio: 8, lookBackMs: 30_000, ...options };
    this.#ended = this.#againAndAgain();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await within(2_000, this.#ended);
  }

  async #againAndAgain(): Promise<void> {
    const { logger, pollMs, restRatio } = this.#options;
    const { signal } = this.#closing;
    for (let hasFailed = false; !signal.aborted; ) {
      const startedAt = performance.now();
      let hasMore = false;
      try {
        ({ hasMore } = await this.#index());
        hasFailed = false;
      } catch (error) {
        if (!hasFailed) logger.warn({ event: 'search-index-failed', err: error });
        hasFailed = true;
        // Whatever was behind it, another database may answer next.
        this.#epoch = null;
      }
      await pause(hasMore ? (performance.now() - startedAt) * restRatio : pollMs, signal);
    }
  }

  async #index(): Promise<{ readonly hasMore: boolean }> {
    const { store, lookBackMs } = this.#options;
    const epoch = (this.#epoch ??= await openFeed(store));
    const told = await indexFeed(store, { epoch, limit: BATCH });
    // Another process is at it, or the feed is another one: then it begins anew, else this does nothing.
    if (told === null && (await restartSearch(store, epoch))) this.#lookBackAt = 0;
    let { hasMore = false, written = 0 } = told ?? {};
    // What is new first: this is older than what the feed remembers.
    if (!hasMore && performance.now() >= this.#lookBackAt) {
      const old = await indexBackfill(store, BATCH);
      written += old.written;
      hasMore = old.hasMore;
      if (!hasMore) this.#lookBackAt = performance.now() + lookBackMs;
    }
    await this.#sortIn(written, hasMore);
    return { hasMore };
  }

  async #sortIn(written: number, hasMore: boolean): Promise<void> {
    this.#unsorted += written;
    if (this.#unsorted === 0 || (hasMore && this.#unsorted < SORT_AFTER)) return;
    await sortInDocuments(this.#options.store);
    this.#unsorted = 0;
  }
}
