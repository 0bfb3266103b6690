import { createRequire } from 'node:module';

/** The part of kafkajs' class of that name that is corrected here; its types do not cover it. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  /** Milliseconds since 1970; −1 while the broker does not throttle. */
  readonly throttledUntil: number;
  scheduleCheckPendingRequests: (this: RequestQueue) => void;
}

let isCalm = false;

/**
 * An idle connection of kafkajs 2.2.4 looks at its empty queue of requests every millisecond (900 timers a second, and
 * a TimeoutNegativeWarning): its delay is "the end of the throttling minus now", which is negative while nothing is
 * throttled. There is something to wait for only when the broker throttles or requests are pending.
 *
 * Done at run time and not as a patch of the dependency: that would stay behind when this package is published.
 */
export function calmRequestQueue(): void {
  if (isCalm) return;
  isCalm = true;
  // Not exported for others, hence the path; kafkajs is pinned to one version.
  const require = createRequire(import.meta.url);
  const { prototype } = require('kafkajs/src/network/requestQueue/index.js') as { prototype: RequestQueue };
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function () {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
}
