/** What a key has left at a moment. */
export interface ThrottleStatus {
  readonly currentlyAvailable: number;
  /** Points per second. */
  readonly restoreRate: number;
}

export interface BudgetOptions {
  readonly points: number;
  readonly pointsPerSecond: number;
  readonly now?: () => number;
}

interface Bucket {
  /** Points that have not leaked out yet. */
  used: number;
  at: number;
  /** Used since other processes were told. */
  untold: number;
}

/** Buckets that nobody asks about leak empty, and an empty one says the same as none. */
const SWEEP_AT = 10_000;

/** A leaky bucket for each key: what an operation costs goes in, and runs out at an even rate. */
export class Budgets {
  readonly #options: BudgetOptions;
  readonly #buckets = new Map<string, Bucket>();

  constructor(options: BudgetOptions) {
    this.#options = options;
  }

  get points(): number {
    return this.#options.points;
  }

  get pointsPerSecond(): number {
    return this.#options.pointsPerSecond;
  }

  /** Takes the points if they are there. */
  take(key: string, points: number): boolean {
    const bucket = this.#bucket(key);
    if (bucket.used + points > this.#options.points) return false;
    bucket.used += points;
    bucket.untold += points;
    return true;
  }

  /** Gives back what was not needed; takes more, whatever is left, when it is negative. */
  giveBack(key: string, points: number): void {
    const bucket = this.#bucket(key);
    const used = Math.max(0, bucket.used - points);
    bucket.untold += used - bucket.used;
    bucket.used = used;
  }

  status(key: string): ThrottleStatus {
    const { points, pointsPerSecond } = this.#options;
    return {
      currentlyAvailable: Math.max(0, Math.floor(points - this.#bucket(key).used)),
      restoreRate: pointsPerSecond,
    };
  }

  /** What was used here since the last call, for other processes to know. */
  tell(): Map<string, number> {
    const told = new Map<string, number>();
    for (const [key, bucket] of this.#buckets) {
      if (bucket.untold === 0) continue;
      told.set(key, bucket.untold);
      bucket.untold = 0;
    }
    return told;
  }

  /** It could not be told. */
  untell(told: ReadonlyMap<string, number>): void {
    for (const [key, points] of told) this.#bucket(key).untold += points;
  }

  /** What all processes have used, this one included as far as it has told. May be more than there was: a debt. */
  learn(key: string, used: number): void {
    const bucket = this.#bucket(key);
    bucket.used = Math.max(0, used + bucket.untold);
  }

  #bucket(key: string): Bucket {
    const now = this.#options.now?.() ?? performance.now();
    const known = this.#buckets.get(key);
    if (known) {
      this.#leak(known, now);
      return known;
    }
    if (this.#buckets.size >= SWEEP_AT) this.#sweep(now);
    const fresh = { used: 0, at: now, untold: 0 };
    this.#buckets.set(key, fresh);
    return fresh;
  }

  #leak(bucket: Bucket, now: number): void {
    bucket.used = Math.max(0, bucket.used - ((now - bucket.at) / 1_000) * this.#options.pointsPerSecond);
    bucket.at = now;
  }

  #sweep(now: number): void {
    for (const [key, bucket] of this.#buckets) {
      this.#leak(bucket, now);
      if (bucket.used === 0 && bucket.untold === 0) this.#buckets.delete(key);
    }
  }
}
