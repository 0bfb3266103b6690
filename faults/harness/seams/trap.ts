/** What happens to the bytes that sprang a trap. */
export type Fate = 'drop' | 'pass';

const PATIENCE_MS = 60_000;

/** A moment at which a test wants to act. Unset it lets everything pass; set, it springs once. */
export class Trap {
  readonly #moment: string;
  #action: (() => Promise<Fate>) | undefined;

  constructor(moment: string) {
    this.#moment = moment;
  }

  /** Resolves when the trap has sprung and its action is done. The bytes wait for the action. */
  async set(action: () => Fate | Promise<Fate>): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(() => reject(new Error(`There was no moment ${this.#moment}`)), PATIENCE_MS);
    this.#action = async () => {
      try {
        const fate = await action();
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

  async spring(bytes: Buffer): Promise<Buffer | null> {
    const action = this.#action;
    this.#action = undefined;
    return action === undefined || (await action()) === 'pass' ? bytes : null;
  }
}
