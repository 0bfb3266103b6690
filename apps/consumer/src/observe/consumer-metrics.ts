import type { Counter, Histogram, Metrics } from '@domovoy/service-kit';

export interface ConsumerMetrics {
  readonly events: Counter<'kind' | 'outcome'>;
  readonly chunkSeconds: Histogram<'kind'>;
  readonly rejectedChunks: Counter<'kind' | 'code'>;
  readonly recreatedTopics: Counter<'topic'>;
}

/** The figures of the intake; those of the moment (lag, owned integrations) are asked for when they are read. */
export function createConsumerMetrics(
  metrics: Metrics,
  now: { lagByTopic: () => ReadonlyMap<string, bigint>; owned: () => Readonly<Record<string, number>> },
): ConsumerMetrics {
  metrics.gauge({
    name: 'domovoy_intake_lag',
    help: 'Records of a topic that are not handled yet',
    labels: ['topic'],
    collect: (gauge) => {
      gauge.reset();
      for (const [topic, lag] of now.lagByTopic()) gauge.set({ topic }, Number(lag));
    },
  });
  metrics.gauge({
    name: 'domovoy_owned_integrations',
    help: 'Integrations that this process looks after, by how they are',
    labels: ['state'],
    collect: (gauge) => {
      gauge.reset();
      for (const [state, count] of Object.entries(now.owned())) gauge.set({ state }, count);
    },
  });
  return {
    events: metrics.counter({
      name: 'domovoy_intake_events_total',
      help: 'Events by kind and outcome: fresh, repeated, dead',
      labels: ['kind', 'outcome'],
    }),
    chunkSeconds: metrics.histogram({
      name: 'domovoy_intake_chunk_seconds',
      help: 'From the first decoded record of a chunk to its commit',
      labels: ['kind'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    }),
    rejectedChunks: metrics.counter({
      name: 'domovoy_intake_rejected_chunks_total',
      help: 'Chunks that have to come again, by kind and error code',
      labels: ['kind', 'code'],
    }),
    recreatedTopics: metrics.counter({
      name: 'domovoy_intake_recreated_topics_total',
      help: 'Topics that were created anew under the same name',
      labels: ['topic'],
    }),
  };
}
