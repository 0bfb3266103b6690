/** Rows that one statement asks for. */
const MOST = 500;

export type FindAll<Key, Value> = (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>;

/**
 * What is asked for while a look is on is found by the next one, all of it at once: however many strangers ask for
 * whatever, the database has one statement of them at a time, and nobody else has to wait for a connection.
 */
export class GatheredLookup<Key, Value> {
  readonly #findAll: FindAll<Key, Value>;
  readonly #waiting = new Map<Key, PromiseWithResolvers<Value | null>>();
  #isLooking = false;

  constructor(findAll: FindAll<Key, Value>) {
    this.#findAll = findAll;
  }

  /** As it is after this moment; null: there is none. */
  find(key: Key): Promise<Value | null> {
    const waiting = this.#waiting.get(key) ?? Promise.withResolvers<Value | null>();
    this.#waiting.set(key, waiting);
    if (!this.#isLooking) void this.#look();
    return waiting.promise;
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    while (this.#waiting.size > 0) {
      const asked = [...this.#waiting].slice(0, MOST);
      for (const [key] of asked) this.#waiting.delete(key);
      try {
        const found = await this.#findAll(asked.map(([key]) => key));
        for (const [key, { resolve }] of asked) resolve(found.get(key) ?? null);
      } catch (error) {
        for (const [, { reject }] of asked) reject(error);
      }
    }
    this.#isLooking = false;
  }
}
