import type { Counter, Histogram, Metrics } from '@domovoy/service-kit';

export interface DeliveryMetrics {
  readonly attempts: Counter<'kind' | 'outcome'>;
  readonly attemptSeconds: Histogram<'kind'>;
  readonly startDelaySeconds: Histogram<'kind'>;
  readonly lostLeases: Counter;
  readonly swept: Counter;
  readonly forgotten: Counter;
}

/** What a target of this process is like at the moment. */
export interface TargetFigures {
  readonly state: string;
  readonly held: number;
  readonly attempting: number;
}

export function createDeliveryMetrics(
  metrics: Metrics,
  now: { targets: () => Iterable<TargetFigures> },
): DeliveryMetrics {
  metrics.gauge({
    name: 'domovoy_delivery_targets',
    help: 'Targets that this process sends to, by how that stands',
    labels: ['state'],
    collect: (gauge) => {
      gauge.reset();
      for (const { state } of now.targets()) gauge.inc({ state });
    },
  });
  metrics.gauge({
    name: 'domovoy_deliveries_claimed',
    help: 'Deliveries in the hands of this process: waiting for their turn, or being attempted',
    labels: ['state'],
    collect: (gauge) => {
      gauge.reset();
      let [held, attempting] = [0, 0];
      for (const target of now.targets()) {
        held += target.held;
        attempting += target.attempting;
      }
      gauge.set({ state: 'attempting' }, attempting);
      gauge.set({ state: 'waiting' }, held - attempting);
    },
  });
  return {
    attempts: metrics.counter({
      name: 'domovoy_delivery_attempts_total',
      help: 'Attempts by kind and outcome',
      labels: ['kind', 'outcome'],
    }),
    attemptSeconds: metrics.histogram({
      name: 'domovoy_delivery_attempt_seconds',
      help: 'How long an attempt took',
      labels: ['kind'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    }),
    startDelaySeconds: metrics.histogram({
      name: 'domovoy_delivery_start_delay_seconds',
      help: 'From the moment a delivery was due to the beginning of its attempt',
      labels: ['kind'],
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5, 30, 300],
    }),
    lostLeases: metrics.counter({
      name: 'domovoy_delivery_lost_leases_total',
      help: 'Outcomes that came after their lease was lost: something may have been sent twice',
    }),
    swept: metrics.counter({
      name: 'domovoy_deliveries_swept_total',
      help: 'Deliveries whose lease ran out',
    }),
    forgotten: metrics.counter({
      name: 'domovoy_deliveries_forgotten_total',
      help: 'Settled deliveries that were deleted by age',
    }),
  };
}
