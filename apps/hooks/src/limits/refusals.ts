import type { Logger } from '@domovoy/service-kit';
import { countHookRefusals, type HookRefusal, type Store } from '@domovoy/store';
import type { HookMetrics } from '../observe/hook-metrics.ts';

interface Refused {
  readonly integrationId: bigint;
  readonly companyId: bigint;
  readonly reason: HookRefusal;
  count: number;
}

const WRITE_EVERY_MS = 1_000;

/** Counts what was turned away: for people in the rows of each integration, once a second however many there were. */
export class Refusals implements AsyncDisposable {
  readonly #store: Store;
  readonly #logger: Logger;
  readonly #metrics: HookMetrics;
  readonly #timer: NodeJS.Timeout;
  readonly #counted = new Map<string, Refused>();
  #writing: Promise<void> = Promise.resolve();

  constructor(options: { store: Store; logger: Logger; metrics: HookMetrics }) {
    this.#store = options.store;
    this.#logger = options.logger;
    this.#metrics = options.metrics;
    this.#timer = setInterval(() => void this.write(), WRITE_EVERY_MS).unref();
  }

  count({ integrationId, companyId }: Omit<Refused, 'reason' | 'count'>, reason: HookRefusal): void {
    this.#metrics.events.inc({ outcome: reason });
    const key = `${integrationId}:${reason}`;
    const known = this.#counted.get(key);
    if (known) known.count += 1;
    else this.#counted.set(key, { integrationId, companyId, reason, count: 1 });
  }

  /** Now, and not only when the second is over. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeAll());
    return this.#writing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.write();
  }

  async #writeAll(): Promise<void> {
    for (const [key, refused] of this.#counted) {
      this.#counted.delete(key);
      const { integrationId, reason, count } = refused;
      this.#logger.warn(
        { event: 'hook-refused', integrationId: String(integrationId), reason, count },
        'web hooks were refused',
      );
      try {
        await countHookRefusals(this.#store, refused);
      } catch {
        // The database is away, which others tell. The next write has the sum.
        const later = this.#counted.get(key);
        if (later) later.count += count;
        else this.#counted.set(key, refused);
      }
    }
  }
}
