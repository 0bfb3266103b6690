/** What a key has left at a moment. */
export interface ThrottleStatus {
  readonly currentlyAvailable: number;
  /** Points per second. */
  readonly restoreRate: number;
}

export interface BudgetOptions {
  readonly points: number;
  readonly pointsPerSecond: number;
  /** Buckets that are kept: whoever has many keys at hand must not fill the memory. */
  readonly mostKeys?: number;
  readonly now?: () => number;
}

interface Bucket {
  /** Points that have not leaked out yet. */
  used: number;
  at: number;
  /** Used since other processes were told. */
  untold: number;
}

/** 2 MB. More keys than that within the time in which a bucket leaks empty are somebody who has keys without end. */
const MOST_KEYS = 10_000;

/** A leaky bucket for each key: what something costs goes in, and runs out at an even rate. */
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
      currentlyAvailable: Math.max(0, Math.floor(points - this.#used(key))),
      restoreRate: pointsPerSecond,
    };
  }

  /** Until so much is there again, a debt included. */
  secondsUntil(key: string, points: number): number {
    const missing = this.#used(key) + points - this.#options.points;
    return Math.max(0, missing) / this.#options.pointsPerSecond;
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

  /** Looking makes no bucket. */
  #used(key: string): number {
    const bucket = this.#buckets.get(key);
    return bucket === undefined ? 0 : this.#leak(bucket).used;
  }

  /** In the order in which they were last used: the one that leaks for longest, and so says least, goes first. */
  #bucket(key: string): Bucket {
    const known = this.#buckets.get(key);
    const bucket = known ? this.#leak(known) : { used: 0, at: this.#now(), untold: 0 };
    if (known) this.#buckets.delete(key);
    else if (this.#buckets.size >= (this.#options.mostKeys ?? MOST_KEYS)) this.#dropOldest();
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #leak(bucket: Bucket): Bucket {
    const now = this.#now();
    bucket.used = Math.max(0, bucket.used - ((now - bucket.at) / 1_000) * this.#options.pointsPerSecond);
    bucket.at = now;
    return bucket;
  }

  #dropOldest(): void {
    for (const key of this.#buckets.keys()) {
      this.#buckets.delete(key);
      return;
    }
  }

  #now(): number {
    return this.#options.now?.() ?? performance.now();
  }
}
