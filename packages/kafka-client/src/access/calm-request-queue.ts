// kafkajs has one module for it and no `exports` map; the version is pinned exactly in package.json.
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

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
  const schedule = RequestQueue.prototype.scheduleCheckPendingRequests;
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
}
