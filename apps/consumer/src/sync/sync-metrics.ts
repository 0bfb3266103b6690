import type { Counter, Histogram, Metrics } from '@domovoy/service-kit';

export interface SyncMetrics {
  readonly objects: Counter<'phase'>;
  readonly unreadable: Counter<'phase'>;
  readonly requests: Counter;
  readonly runs: Counter<'kind' | 'state'>;
  readonly runSeconds: Histogram<'kind'>;
}

/** The figures of the mirror. */
export const createSyncMetrics = (metrics: Metrics): SyncMetrics => ({
  objects: metrics.counter({
    name: 'domovoy_sync_objects_total',
    help: "RosDomofon's objects that were read into the mirror",
    labels: ['phase'],
  }),
  unreadable: metrics.counter({
    name: 'domovoy_sync_unreadable_objects_total',
    help: "RosDomofon's objects that could not be read",
    labels: ['phase'],
  }),
  requests: metrics.counter({
    name: 'domovoy_sync_requests_total',
    help: 'Calls to RosDomofon for the mirror, repeats not counted',
  }),
  runs: metrics.counter({
    name: 'domovoy_sync_runs_total',
    help: 'Runs that ended, by kind and how; handed_over: another owner goes on',
    labels: ['kind', 'state'],
  }),
  runSeconds: metrics.histogram({
    name: 'domovoy_sync_run_seconds',
    help: 'From claiming a run to its end in this process',
    labels: ['kind'],
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 1_800],
  }),
});
