import type { Counter, Histogram, Metrics } from '@domovoy/service-kit';

export interface HookMetrics {
  /** By outcome: `accepted`, `duplicate`, or why it was refused. */
  readonly events: Counter<'outcome'>;
  /** Of those: requests of addresses that had proven nothing too often. */
  readonly strangersThrottled: Counter;
  readonly seconds: Histogram<'route'>;
}

export const createHookMetrics = (metrics: Metrics): HookMetrics => ({
  events: metrics.counter({
    name: 'domovoy_hook_events_total',
    help: 'Events that came by web hook, by what became of them.',
    labels: ['outcome'],
  }),
  strangersThrottled: metrics.counter({
    name: 'domovoy_hook_strangers_throttled_total',
    help: 'Requests that proved nothing, and came from an address that had sent too many of them.',
  }),
  seconds: metrics.histogram({
    name: 'domovoy_hook_seconds',
    help: 'From the first byte of a web hook to its answer.',
    labels: ['route'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
  }),
});
