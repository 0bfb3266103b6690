import type { GroupCoordinator } from '../group/group-coordinator.ts';
import type { OffsetStore } from '../storage/offset-store.ts';
import type { Topics } from '../storage/topics.ts';

/** What the handlers work on. */
export interface BrokerState {
  readonly topics: Topics;
  readonly offsets: OffsetStore;
  readonly groups: GroupCoordinator;
  readonly defaultPartitions: number;
  readonly autoCreateTopics: boolean;
  /** Where clients are told to connect to. Known only once the broker listens. */
  address(): { readonly host: string; readonly port: number };
}

/** The one broker's id. */
export const NODE_ID = 1;
