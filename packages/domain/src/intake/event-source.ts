import { type IntakeTarget, openInboxSource, type Store, startInboxEpoch } from '@domovoy/store';

/** One topic of one integration, with the epoch that its coordinates count in. */
export interface EventSource {
  readonly companyId: bigint;
  readonly integrationId: bigint;
  readonly topic: string;
  readonly epoch: number;
  target(partition: number): IntakeTarget;
  /** The topic was created anew: from now on its records are another epoch's. Same epoch for all who ask at once. */
  renew(): Promise<void>;
}

export async function openEventSource(
  store: Store,
  options: { integrationId: bigint; companyId: bigint; topic: string },
): Promise<EventSource> {
  const { integrationId, companyId, topic } = options;
  let current = await openInboxSource(store, { integrationId, topic });
  let renewal: Promise<void> | undefined;

  const startEpoch = async () => {
    current = await startInboxEpoch(store, { integrationId, topic, epoch: current.epoch });
  };
  return {
    companyId,
    integrationId,
    topic,
    get epoch() {
      return current.epoch;
    },
    target: (partition) => ({ sourceId: current.sourceId, partition, companyId }),
    renew() {
      // Partitions are read side by side: two of them meet the new topic at once, and it is one new epoch.
      renewal ??= startEpoch().finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
  };
}
