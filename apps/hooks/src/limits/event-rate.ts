/** A bucket for each integration: a portal that floods us is told to stop before it fills the database. */
export class EventRate {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #now: () => number;
  readonly #buckets = new Map<bigint, { level: number; at: number }>();

  constructor(perSecond: number, { burst = 10 * perSecond, now = () => performance.now() } = {}) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#now = now;
  }

  /** False: it is one too many. */
  take(integrationId: bigint): boolean {
    const now = this.#now();
    const { level, at } = this.#buckets.get(integrationId) ?? { level: 0, at: now };
    const left = Math.max(0, level - ((now - at) / 1_000) * this.#perSecond);
    const isTaken = left + 1 <= this.#burst;
    this.#buckets.set(integrationId, { level: isTaken ? left + 1 : left, at: now });
    return isTaken;
  }
}
