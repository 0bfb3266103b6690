/** The leaky bucket of a portal: each request adds one, `perSecond` leak out, above `capacity` it refuses. */
export interface BucketRule {
  readonly capacity: number;
  readonly perSecond: number;
}

/**
 * Where the buckets of portals stand. Processes that reach a portal from one address share its bucket: let them share
 * a store. All that it keeps is one moment per portal (milliseconds), that at which the bucket will be empty.
 */
export interface BucketStore {
  /** Books one request, in the order of asking; resolves with the milliseconds until it may be sent. */
  reserve(portal: string, rule: BucketRule): Promise<number>;
  /** A booked request will not be sent. */
  cancel(portal: string, rule: BucketRule): Promise<void>;
  /** The portal has refused: what is booked from now on begins after the pause, with no burst. */
  fill(portal: string, rule: BucketRule, pauseMs: number): Promise<void>;
}

/** In memory, for one process. */
export function createMemoryBucketStore(now: () => number = () => performance.now()): BucketStore {
  const emptyAt = new Map<string, number>();
  return {
    async reserve(portal, rule) {
      const at = now();
      const empty = book(emptyAt.get(portal), rule, at);
      emptyAt.set(portal, empty);
      return waitMs(empty, rule, at);
    },
    async cancel(portal, { perSecond }) {
      const empty = emptyAt.get(portal);
      if (empty !== undefined) emptyAt.set(portal, empty - 1000 / perSecond);
    },
    async fill(portal, rule, pauseMs) {
      emptyAt.set(portal, filled(emptyAt.get(portal), rule, now(), pauseMs));
    },
  };
}

// The arithmetic. A store in a database does the same with one number per portal, and needs no lock for it.

const fullMs = ({ capacity, perSecond }: BucketRule) => (capacity * 1000) / perSecond;

/** When the bucket will be empty, one request later. */
const book = (emptyAt: number | undefined, { perSecond }: BucketRule, at: number): number =>
  Math.max(emptyAt ?? at, at) + 1000 / perSecond;

/** How long until the request that was booked last fits in. */
const waitMs = (emptyAt: number, rule: BucketRule, at: number): number =>
  Math.max(0, emptyAt - fullMs(rule) - at);

/** Full now, and closed for so long. */
const filled = (emptyAt: number | undefined, rule: BucketRule, at: number, pauseMs: number): number =>
  Math.max(emptyAt ?? at, at + fullMs(rule) + Math.max(0, pauseMs - 1000 / rule.perSecond));
