import type { Logger } from '@domovoy/service-kit';
import { pause } from '../intake/waiting.ts';

/** One sort of rows that are forgotten after a time. */
export interface Forgetting {
  /** For the log: `inbox-events`. */
  readonly name: string;
  /** Begins a round: each call of what it gives forgets one batch, and says how many and whether there may be more. */
  readonly round: () => () => Promise<{ readonly count: number; readonly isOver: boolean }>;
}

export interface UpkeepOptions {
  readonly logger: Logger;
  readonly forgettings: readonly Forgetting[];
  readonly everyMs: number;
  readonly onForgotten?: (name: string, count: number) => void;
}

/** Between batches: each is a transaction that holds the feed while it writes. */
const BREATH_MS = 100;

/** Deletes what is too old to be needed. Every process tries; whoever comes second finds nothing to do. */
export class Upkeep implements AsyncDisposable {
  readonly #options: UpkeepOptions;
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;

  constructor(options: UpkeepOptions) {
    this.#options = options;
    this.#ended = this.#againAndAgain();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await this.#ended;
  }

  async #againAndAgain(): Promise<void> {
    const { forgettings, everyMs } = this.#options;
    const { signal } = this.#closing;
    while (!signal.aborted) {
      // Not all processes at once, and not in the first moments of one.
      await pause(everyMs * (0.5 + Math.random()), signal);
      for (const forgetting of forgettings) if (!signal.aborted) await this.#forget(forgetting);
    }
  }

  async #forget({ name, round }: Forgetting): Promise<void> {
    const { logger, onForgotten } = this.#options;
    const { signal } = this.#closing;
    let total = 0;
    try {
      const forgetBatch = round();
      for (let isOver = false; !isOver && !signal.aborted; ) {
        const batch = await forgetBatch();
        isOver = batch.isOver;
        total += batch.count;
        onForgotten?.(name, batch.count);
        if (!isOver) await pause(BREATH_MS, signal);
      }
    } catch (error) {
      logger.warn({ event: 'retention-failed', of: name, err: error });
    }
    if (total > 0) logger.info({ event: 'forgotten', of: name, count: total });
  }
}
