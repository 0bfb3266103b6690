/** The leaky bucket of a portal: each request adds one, `perSecond` leak out, above `capacity` it refuses. */
export interface BucketRule {
  readonly capacity: number;
  readonly perSecond: number;
}

/**
 * Where the buckets of portals stand. Processes that reach a portal from one address share its bucket: let them share
 * a store (`createBucketStore`). All that it keeps is one moment per portal (milliseconds), that at which the bucket will
 * be empty.
 */
export interface BucketStore {
  /** Books one request, in the order of asking; resolves with the milliseconds until it may be sent. */
  reserve(portal: string, rule: BucketRule): Promise<number>;
  /** A booked request will not be sent. */
  cancel(portal: string, rule: BucketRule): Promise<void>;
  /** The portal has refused: what is booked from now on begins after the pause, with no burst. */
  fill(portal: string, rule: BucketRule, pauseMs: number): Promise<void>;
}

/** Where the moments are kept: a row per portal, a key, a file. */
export interface BucketMoments {
  /**
   * Keeps what `next` makes of the moment that is kept for the portal (undefined: none yet). Nobody else changes it in
   * between: a row lock, for one. `now` is by a clock that is the same for all who share the store. May call `next` again.
   */
  change(portal: string, next: (emptyAt: number | undefined, now: number) => number): Promise<void>;
}

/** For several processes, or machines behind one address: all that has to be written is where a number is kept. */
export const createBucketStore = (moments: BucketMoments): BucketStore => ({
  async reserve(portal, rule) {
    let waits = 0;
    await moments.change(portal, (emptyAt, now) => {
      const booked = book(emptyAt, rule, now);
      waits = waitMs(booked, rule, now);
      return booked;
    });
    return waits;
  },
  cancel: (portal, { perSecond }) =>
    moments.change(portal, (emptyAt, now) => (emptyAt ?? now) - 1000 / perSecond),
  fill: (portal, rule, pauseMs) =>
    moments.change(portal, (emptyAt, now) => filled(emptyAt, rule, now, pauseMs)),
});

/** In memory, for one process. */
export function createMemoryBucketStore(now: () => number = () => performance.now()): BucketStore {
  const moments = new Map<string, number>();
  return createBucketStore({
    async change(portal, next) {
      moments.set(portal, next(moments.get(portal), now()));
    },
  });
}

// The arithmetic.

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
