import { pause } from '../../intake/waiting.ts';

/** Keeps the requests to one target within what it allows. Exact in memory, because a target has one owner. */
export interface Limiter {
  /** Resolves when the next request may be sent; rejects with the signal's reason when that aborts first. */
  acquire(signal: AbortSignal): Promise<void>;
  usage(): LimiterUsage;
}

export interface LimiterUsage {
  /** Over the last seconds. */
  readonly usedPerSecond: number;
  /** Null: no limit is known. */
  readonly allowedPerSecond: number | null;
}

/** A clock that only goes forward. Tests bring their own. */
export interface Clock {
  nowMs(): number;
  pause(forMs: number, signal: AbortSignal): Promise<void>;
}

export const MONOTONIC: Clock = { nowMs: () => performance.now(), pause };
const WINDOW_MS = 5_000;

/** Counts what went out during the last seconds. */
export class RecentRate {
  readonly #clock: Clock;
  readonly #buckets = new Map<number, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  count(): void {
    const second = Math.floor(this.#clock.nowMs() / 1_000);
    this.#buckets.set(second, (this.#buckets.get(second) ?? 0) + 1);
    if (this.#buckets.size > WINDOW_MS / 1_000 + 1)
      for (const known of this.#buckets.keys())
        if (known < second - WINDOW_MS / 1_000) this.#buckets.delete(known);
  }

  perSecond(): number {
    const second = Math.floor(this.#clock.nowMs() / 1_000);
    let sum = 0;
    for (const [known, count] of this.#buckets)
      if (known >= second - WINDOW_MS / 1_000 && known < second) sum += count;
    return sum / (WINDOW_MS / 1_000);
  }
}

/** For a target whose limits nobody knows. */
export function createUnlimited(): Limiter {
  const rate = new RecentRate(MONOTONIC);
  return {
    acquire: async () => rate.count(),
    usage: () => ({ usedPerSecond: rate.perSecond(), allowedPerSecond: null }),
  };
}

/**
 * A bucket that leaks `perSecond` and holds `burst`: who comes when it is full waits, first come, first served. It
 * begins full, as if the owner before us had just used all of it: two owners in a row never exceed the limit together.
 */
export function createLeakyBucket(
  options: { perSecond: number; burst: number },
  clock: Clock = MONOTONIC,
): Limiter {
  const { perSecond, burst } = options;
  const rate = new RecentRate(clock);
  let level = burst;
  let leakedAt = clock.nowMs();
  let queue: Promise<void> = Promise.resolve();

  /** Until there is room for one. */
  const leak = (): number => {
    const now = clock.nowMs();
    level = Math.max(0, level - ((now - leakedAt) / 1_000) * perSecond);
    leakedAt = now;
    return Math.ceil(((level + 1 - burst) / perSecond) * 1_000);
  };
  const take = async (signal: AbortSignal) => {
    for (let waitMs = leak(); waitMs > 0; waitMs = leak()) {
      signal.throwIfAborted();
      await clock.pause(waitMs, signal);
    }
    signal.throwIfAborted();
    level += 1;
    rate.count();
  };
  return {
    acquire: (signal) => {
      const mine = queue.then(() => take(signal));
      queue = mine.catch(() => undefined);
      return mine;
    },
    usage: () => ({ usedPerSecond: rate.perSecond(), allowedPerSecond: perSecond }),
  };
}
