import type { Address, FlatRange, RosDomofonEntrance } from '@domovoy/models';

/** An entrance that a search found, with what is known of its place. Plain JSON. */
export interface FoundEntrance {
  readonly entrance: RosDomofonEntrance;
  readonly address: Address;
  /** Null when the service does not say. */
  readonly flatRanges: readonly FlatRange[] | null;
}

/** Remembers what was found at an address: the search is slow and its answer changes rarely (facts §1.5). */
export interface EntranceCache {
  get(key: string): Promise<readonly FoundEntrance[] | undefined>;
  set(key: string, found: readonly FoundEntrance[]): Promise<void>;
}

export interface EntranceCacheOptions {
  /** An hour. */
  ttlMs?: number;
  /** Addresses; the one that was not asked for the longest goes first. */
  maxAddresses?: number;
  now?: () => number;
}

/** In the memory of this process. */
export function createEntranceCache({
  ttlMs = 60 * 60_000,
  maxAddresses = 1_000,
  now = Date.now,
}: EntranceCacheOptions = {}): EntranceCache {
  const known = new Map<string, { found: readonly FoundEntrance[]; until: number }>();
  return {
    async get(key) {
      const entry = known.get(key);
      if (!entry) return undefined;
      known.delete(key);
      if (entry.until <= now()) return undefined;
      known.set(key, entry); // now the one that was asked for last
      return entry.found;
    },
    async set(key, found) {
      known.delete(key);
      known.set(key, { found, until: now() + ttlMs });
      for (const oldest of known.keys()) {
        if (known.size <= maxAddresses) return;
        known.delete(oldest);
      }
    },
  };
}
