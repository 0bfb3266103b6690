import { CHANGES_CHANNEL, type DeliveryRow, type Listener, type Store } from '@domovoy/store';

interface Waiting {
  readonly companyId: bigint;
  readonly deliveryId: bigint;
  readonly resolve: (row: DeliveryRow | null) => void;
}

export interface DeliveryToAwait {
  readonly companyId: bigint;
  readonly deliveryId: bigint;
  readonly waitMs: number;
  readonly signal?: AbortSignal;
}

/** Behind NOTIFY. */
const POLL_MS = 500;
const isSettled = ({ state }: DeliveryRow) => state !== 'pending' && state !== 'leased';

/**
 * Waits for deliveries to settle, however many at once: one listening connection, which is made with the first of them,
 * and one read for all after each wake-up.
 */
export class DeliveryWaiter implements AsyncDisposable {
  readonly #store: Store;
  readonly #pollMs: number;
  readonly #waiting = new Set<Waiting>();
  #listening: Promise<Listener | null> | undefined;
  #isLooking = false;
  #isWoken = false;

  constructor(store: Store, { pollMs = POLL_MS }: { pollMs?: number } = {}) {
    this.#store = store;
    this.#pollMs = pollMs;
  }

  /** The delivery as it is when it settles, or else after `waitMs`; null: the company has no such one. */
  async settled({ companyId, deliveryId, waitMs, signal }: DeliveryToAwait): Promise<DeliveryRow | null> {
    const { promise, resolve } = Promise.withResolvers<DeliveryRow | null>();
    const one: Waiting = { companyId, deliveryId, resolve };
    this.#listening ??= this.#store
      .listen(CHANGES_CHANNEL, () => this.#wake())
      .catch(() => {
        // The poll is enough; the next one who waits tries again.
        this.#listening = undefined;
        return null;
      });
    this.#waiting.add(one);
    this.#wake();
    const poll = setInterval(() => this.#wake(), this.#pollMs);
    const over = Promise.withResolvers<null>();
    const timer = setTimeout(() => over.resolve(null), waitMs);
    const onAbort = () => over.resolve(null);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      const settled = await Promise.race([promise, over.promise]);
      return settled ?? (await this.#load(companyId, [deliveryId]))[0] ?? null;
    } finally {
      clearTimeout(timer);
      clearInterval(poll);
      signal?.removeEventListener('abort', onAbort);
      this.#waiting.delete(one);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { resolve } of this.#waiting) resolve(null);
    const listener = await this.#listening;
    await listener?.close();
  }

  #load(companyId: bigint, ids: readonly bigint[]): Promise<DeliveryRow[]> {
    return this.#store.company(companyId).loadDeliveries(ids);
  }

  #wake(): void {
    this.#isWoken = true;
    if (!this.#isLooking) void this.#look();
  }

  /** One look at a time: what wakes it meanwhile makes it look once more. */
  async #look(): Promise<void> {
    this.#isLooking = true;
    while (this.#isWoken && this.#waiting.size > 0) {
      this.#isWoken = false;
      const byCompany = Map.groupBy(this.#waiting, ({ companyId }) => companyId);
      for (const [companyId, waiting] of byCompany) {
        const ids = waiting.map(({ deliveryId }) => deliveryId);
        // A database that is away is looked at again with the next poll.
        const rows = await this.#load(companyId, ids).catch(() => []);
        for (const row of rows.filter(isSettled))
          for (const one of waiting) if (one.deliveryId === row.id) one.resolve(row);
      }
    }
    this.#isLooking = false;
  }
}
