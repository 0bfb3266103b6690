import type { DomovoyError } from '@domovoy/models';
import { type ConsumerOptions, consumerSettings } from './options.ts';
import type { PartitionStatus } from './partition-board.ts';
import { Supervisor } from './supervisor.ts';

export type ConsumerState = 'starting' | 'running' | 'paused' | 'waiting' | 'closing' | 'closed' | 'failed';

export interface ConsumerStatus {
  /** `waiting`: none of the topics exists yet, or no broker can be reached (then `error` tells). */
  readonly state: ConsumerState;
  /** Records that wait in the partitions that are ours; null while unknown. */
  readonly lag: bigint | null;
  readonly partitions: readonly PartitionStatus[];
  /** Wanted, but the broker has no such topic (yet). */
  readonly missingTopics: readonly string[];
  /** Wanted, but this user may not read them (yet). */
  readonly forbiddenTopics: readonly string[];
  /** When a chunk was last committed or the group joined, in milliseconds since 1970. */
  readonly lastProgressAt: number | null;
  /** What is wrong now; gone when it works again. */
  readonly error?: DomovoyError;
}

export interface KafkaConsumer extends AsyncDisposable {
  /**
   * Resolves when the group is joined, or when there is nothing but to wait (no topic yet, no broker reachable:
   * `status()` tells). Rejects when a person has to act: wrong password, unknown authority, forbidden group.
   */
  start(): Promise<void>;
  /** No further chunk; the running ones finish. The group keeps us. */
  pause(): void;
  resume(): void;
  status(): ConsumerStatus;
  /** Never rejects. Null after `close()`, else the reason why nothing will be read any more: end the process. */
  readonly ended: Promise<DomovoyError | null>;
  /** Finishes and commits the running chunks, leaves the group; at the deadline (10 s) cuts what is left. */
  close(options?: { deadlineMs?: number }): Promise<void>;
}

/** Reads topics as a member of a consumer group and commits a chunk only after its handler resolved. */
export function createConsumer(options: ConsumerOptions): KafkaConsumer {
  const supervisor = new Supervisor(consumerSettings(options));
  return {
    start: () => supervisor.start(),
    pause: () => supervisor.pause(),
    resume: () => supervisor.resume(),
    status: () => supervisor.status(),
    ended: supervisor.ended,
    close: ({ deadlineMs = 10_000 } = {}) => supervisor.close(deadlineMs),
    [Symbol.asyncDispose]: () => supervisor.close(10_000),
  };
}
