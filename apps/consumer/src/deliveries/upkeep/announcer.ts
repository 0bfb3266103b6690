import { notifyChanges, notifyDeliveries, type Store } from '@domovoy/store';

/** Those who listen are woken at once, and then not more often than this. */
const EVERY_MS = 20;

/** Tells other processes that rows have changed, and which integrations got something to send. */
export class Announcer {
  readonly #store: Store;
  readonly #integrationIds = new Set<bigint>();
  #isDue = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  announce(integrationIds: readonly bigint[]): void {
    for (const id of integrationIds) this.#integrationIds.add(id);
    this.#isDue = true;
    if (this.#timer === undefined) this.#say();
  }

  #say(): void {
    this.#isDue = false;
    const ids = [...this.#integrationIds];
    this.#integrationIds.clear();
    // Only wake-ups: everybody polls as well, so their failure changes nothing.
    notifyChanges(this.#store).catch(() => undefined);
    if (ids.length > 0) notifyDeliveries(this.#store, ids).catch(() => undefined);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isDue) this.#say();
    }, EVERY_MS);
  }

  /** Says what is left. */
  close(): void {
    clearTimeout(this.#timer);
    if (this.#isDue) this.#say();
    clearTimeout(this.#timer);
  }
}
