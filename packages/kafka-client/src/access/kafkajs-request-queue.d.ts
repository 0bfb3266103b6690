/** The part of kafkajs' request queue that calm-request-queue.ts corrects; its own types do not cover it. */
declare module 'kafkajs/src/network/requestQueue/index.js' {
  export default class RequestQueue {
    readonly pending: readonly unknown[];
    /** Milliseconds since 1970; −1 while the broker does not throttle. */
    readonly throttledUntil: number;
    scheduleCheckPendingRequests: (this: RequestQueue) => void;
  }
}
