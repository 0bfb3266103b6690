import type { WorkerView } from './readiness.ts';

/** Of the partitions that are this process's; a topic whose lag is not known yet is left out. */
export function lagByTopic(worker: WorkerView): Map<string, bigint> {
  const lags = new Map<string, bigint>();
  for (const intake of worker.intakes)
    for (const { topic, lag } of intake.status().partitions)
      if (lag !== null) lags.set(topic, (lags.get(topic) ?? 0n) + lag);
  return lags;
}

export function ownedByState(worker: WorkerView): Record<string, number> {
  const owned: Record<string, number> = {};
  for (const intake of worker.intakes) {
    const { state } = intake.status();
    owned[state] = (owned[state] ?? 0) + 1;
  }
  return owned;
}
