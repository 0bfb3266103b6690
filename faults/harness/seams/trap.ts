/** What happens to the bytes that sprang a trap. */
export type Fate = 'drop' | 'pass';

/** Where a trap sprang. */
export interface Spot {
  /** Of the backend of Postgres at the other end; null elsewhere. */
  readonly backendPid: number | null;
}

const PATIENCE_MS = 120_000;
const NOWHERE: Spot = { backendPid: null };

/** A moment at which a test wants to act. Unset it lets everything pass; set, it springs once. */
export class Trap {
  readonly #moment: string;
  #action: ((spot: Spot) => Promise<Fate>) | undefined;
  #skips = 0;

  constructor(moment: string) {
    this.#moment = moment;
  }

  /**
   * Resolves when the trap has sprung and its action is done. The bytes wait for the action. `skips`: so many such
   * moments pass before.
   */
  async set(action: (spot: Spot) => Fate | Promise<Fate>, { skips = 0 } = {}): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(() => reject(new Error(`There was no moment ${this.#moment}`)), PATIENCE_MS);
    this.#skips = skips;
    this.#action = async (spot) => {
      try {
        const fate = await action(spot);
        resolve();
        return fate;
      } catch (error) {
        reject(error);
        return 'drop';
      }
    };
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      this.#action = undefined;
    }
  }

  async spring(bytes: Buffer, spot: Spot = NOWHERE): Promise<Buffer | null> {
    const action = this.#action;
    if (action === undefined || this.#skips-- > 0) return bytes;
    this.#action = undefined;
    return (await action(spot)) === 'pass' ? bytes : null;
  }
}
