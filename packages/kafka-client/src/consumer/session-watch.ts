import { mapError } from '../access/map-error.ts';
import type { KafkaError } from '../errors.ts';
import type { TopicDirectory, TopicListing } from '../topics/topic-directory.ts';
import type { ConsumerSettings } from './options.ts';
import type { PartitionBoard } from './partition-board.ts';

/** Lag is looked up only of partitions that were silent for so long: fetched records tell it for nothing. */
const QUIET_MS = 30_000;
const FIRST_LAG_LOOK_MS = 250;
const LOOK_AGAIN_MS = 1000;

export type Verdict = { kind: 'topics-changed' } | { kind: 'stalled' };

export interface SessionWatchOptions {
  settings: ConsumerSettings;
  listing: TopicListing;
  board: PartitionBoard;
  directory: TopicDirectory;
  isPaused: () => boolean;
  onListing: (listing: TopicListing) => void;
  /** After each look at the broker: what went wrong, if anything did. */
  onAnswer: (error: KafkaError | undefined) => void;
}

/** Watches a session from outside: do the topics change, does anything move? */
export class SessionWatch {
  readonly verdict: Promise<Verdict>;
  readonly #options: SessionWatchOptions;
  #decide!: (verdict: Verdict) => void;
  #aliveAt = Date.now();
  #lookedAt = Date.now();
  #isLooking = false;
  #isStopped = false;
  #topicTimer: NodeJS.Timeout | undefined;
  #lagTimer: NodeJS.Timeout | undefined;
  #soonTimer: NodeJS.Timeout | undefined;

  constructor(options: SessionWatchOptions) {
    this.#options = options;
    this.verdict = new Promise((resolve) => {
      this.#decide = resolve;
    });
    const { topicPollMs, stallMs } = options.settings;
    this.#topicTimer = setInterval(() => void this.#lookAtTopics(), topicPollMs);
    this.#lagTimer = setInterval(() => void this.#lookAtLag(), Math.min(QUIET_MS, stallMs / 4));
  }

  /** Something moved: a chunk was handled or rejected, the group was joined. */
  alive(): void {
    this.#aliveAt = Date.now();
    // Once after joining: partitions without new records tell nothing by themselves.
    this.#soonTimer ??= setTimeout(() => void this.#lookAtLag(), FIRST_LAG_LOOK_MS);
  }

  /** Fetching fails: look whether a topic is gone now, not only at the next poll. */
  lookSoon(): void {
    if (Date.now() - this.#lookedAt >= LOOK_AGAIN_MS) void this.#lookAtTopics();
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#topicTimer);
    clearInterval(this.#lagTimer);
    clearTimeout(this.#soonTimer);
  }

  async #lookAtTopics(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    this.#lookedAt = Date.now();
    const { directory, settings, listing, onListing } = this.#options;
    try {
      const found = await directory.find(settings.topics);
      if (this.#isStopped) return;
      this.#options.onAnswer(undefined);
      onListing(found);
      const isSame =
        found.existing.size === listing.existing.size &&
        [...found.existing].every(([topic, partitions]) => listing.existing.get(topic) === partitions);
      if (!isSame) this.#decide({ kind: 'topics-changed' });
    } catch (cause) {
      if (!this.#isStopped) this.#options.onAnswer(mapError(cause, { access: settings.access }));
    } finally {
      this.#isLooking = false;
    }
  }

  async #lookAtLag(): Promise<void> {
    const { board, directory, settings, isPaused } = this.#options;
    const isStill = Date.now() - this.#aliveAt >= settings.stallMs;
    const topics = isStill ? board.quietTopics(Infinity) : board.quietTopics(Date.now() - QUIET_MS);
    try {
      if (topics.length > 0) {
        const committed = await directory.committed(settings.groupId, topics);
        for (const topic of topics)
          for (const { partition, start, end } of await directory.ends(topic)) {
            const own = committed.find((each) => each.topic === topic && each.partition === partition);
            board.looked(topic, partition, { committed: own?.offset ?? -1n, start, end });
          }
      }
    } catch {
      // Without a broker there is no lag to judge by; the look at the topics reports the outage.
      return;
    }
    if (this.#isStopped || isPaused() || !isStill) return;
    if (Date.now() - this.#aliveAt >= settings.stallMs && (board.lag() ?? 0n) > 0n)
      this.#decide({ kind: 'stalled' });
  }
}
