import type { Counter, Histogram, Metrics } from '@domovoy/service-kit';

export interface HookMetrics {
  /** By outcome: `accepted`, `duplicate`, or why it was refused. */
  readonly events: Counter<'outcome'>;
  readonly seconds: Histogram<'route'>;
}

export const createHookMetrics = (metrics: Metrics): HookMetrics => ({
  events: metrics.counter({
    name: 'domovoy_hook_events_total',
    help: 'Events that came by web hook, by what became of them.',
    labels: ['outcome'],
  }),
  seconds: metrics.histogram({
    name: 'domovoy_hook_seconds',
    help: 'From the first byte of a web hook to its answer.',
    labels: ['route'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
  }),
});
