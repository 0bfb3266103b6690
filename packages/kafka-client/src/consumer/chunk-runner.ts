import type { EachBatchPayload } from 'kafkajs';
import { KafkaError } from '../errors.ts';
import type { Chunk } from '../record/record.ts';
import type { Committer } from './committer.ts';
import { cutChunk } from './cut-chunk.ts';
import type { ConsumerSettings } from './options.ts';
import type { PartitionBoard } from './partition-board.ts';

/** Quick attempts at a chunk that was rejected, before its partition is set aside so that others get their turn. */
const QUICK_RETRY_MS = [50, 200];
/** How long a handler whose chunk was given up may take to notice. */
const GIVE_UP_GRACE_MS = 1000;
const FIRST_PARK_MS = 500;

export interface ChunkRunnerOptions {
  settings: ConsumerSettings;
  board: PartitionBoard;
  committer: Committer;
  heartbeatMs: number;
  /** Sets a partition aside for a while; its records are fetched again afterwards. */
  park: (topic: string, partition: number, forMs: number) => void;
  /** Something settled: the consumer is alive. */
  onActivity: () => void;
  onProgress: () => void;
  /** The broker says that the group changes; what runs should come to an end. */
  onHeartbeatFailed: (cause: unknown, generation: number) => void;
  /** Counts how often the group was joined. */
  generation: () => number;
}

/**
 * What kafkajs hands us, chunk by chunk to the handler. Nothing of the handler's is ever thrown into kafkajs, and of
 * ours only the one error that makes it join the group again.
 */
export class ChunkRunner {
  readonly #options: ChunkRunnerOptions;
  readonly #running = new Set<Promise<void>>();
  #abort = new AbortController();
  /** No further chunk begins: the group changes, or the consumer is paused or closing. */
  #isHeld = false;
  #lostMembership: Error | undefined;

  constructor(options: ChunkRunnerOptions) {
    this.#options = options;
  }

  /**
   * `lostMembership`: the broker's word that it does not know us. When a join fails half-way kafkajs forgets its member
   * id, goes on fetching and sends no heartbeat any more, which would tell it. Thrown at it, this makes it join.
   */
  hold(lostMembership?: Error): void {
    this.#isHeld = true;
    this.#lostMembership ??= lostMembership;
  }

  release(): void {
    this.#isHeld = false;
    this.#lostMembership = undefined;
  }

  /** Resolves when no chunk is with the handler any more. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** Nobody waits for what is with the handler now: it is told so and comes again later. */
  giveUp(): void {
    this.#abort.abort(new KafkaError('KAFKA_ABORTED'));
    this.#abort = new AbortController();
  }

  /** kafkajs' eachBatch. */
  readonly run = async (payload: EachBatchPayload): Promise<void> => {
    if (this.#lostMembership) throw this.#lostMembership;
    const work = this.#run(payload).catch((cause: unknown) => {
      // A bug of ours. Thrown on, it would stop kafkajs for good while the process lives.
      this.#options.settings.logger.error({ err: cause }, 'kafka: handling a batch failed');
    });
    this.#running.add(work);
    await work;
    this.#running.delete(work);
  };

  async #run(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const { topic, partition, messages } = batch;
    const { settings, board, committer } = this.#options;
    const first = messages[0];
    if (!first || this.#isHeld) return;
    board.fetched(topic, partition, BigInt(first.offset), BigInt(batch.highWatermark));
    const beat = setInterval(() => {
      const generation = this.#options.generation();
      payload.heartbeat().catch((cause: unknown) => this.#options.onHeartbeatFailed(cause, generation));
    }, this.#options.heartbeatMs);
    try {
      let next = 0;
      while (next < messages.length && !this.#isHeld && payload.isRunning() && !payload.isStale()) {
        const records = cutChunk(topic, partition, messages, next, settings);
        const last = records.at(-1);
        if (!last) return;
        const endOffset = last.offset + 1n;
        if (!(await this.#handle({ topic, partition, records, endOffset, signal: this.#abort.signal })))
          return;
        next += records.length;
        // A partition that went to another member meanwhile is no longer ours to commit.
        if (!board.isOurs(topic, partition)) return;
        payload.resolveOffset(String(last.offset));
        committer.add({ topic, partition, offset: endOffset });
        board.handled(topic, partition, endOffset);
        this.#options.onProgress();
      }
    } finally {
      clearInterval(beat);
    }
  }

  /** True when the handler resolved. */
  async #handle(chunk: Chunk): Promise<boolean> {
    const { settings, board, park, onActivity } = this.#options;
    const { topic, partition, signal } = chunk;
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await this.#attempt(chunk);
      if (outcome === 'handled') return true;
      if (outcome === 'given-up') return false;
      onActivity();
      const failures = board.failed(topic, partition);
      settings.logger.warn(
        { err: outcome.cause, topic, partition, offset: String(chunk.records[0]?.offset), failures },
        'kafka: the handler rejected a chunk; it gets it again',
      );
      const quick = QUICK_RETRY_MS[attempt];
      if (quick === undefined) {
        const parks = Math.floor(failures / (QUICK_RETRY_MS.length + 1)) - 1;
        park(topic, partition, Math.min(settings.maxBackoffMs, FIRST_PARK_MS * 2 ** Math.min(parks, 10)));
        return false;
      }
      await pause(quick, signal);
      if (signal.aborted || this.#isHeld) return false;
    }
  }

  async #attempt(chunk: Chunk): Promise<'handled' | 'given-up' | { cause: unknown }> {
    const { onChunk } = this.#options.settings;
    if (chunk.signal.aborted) return 'given-up';
    // Deferred, so that a handler that throws instead of rejecting is a rejection too.
    const outcome = Promise.resolve(chunk)
      .then(onChunk)
      .then(
        () => 'handled' as const,
        (cause: unknown) => ({ cause }),
      );
    const gaveUp = new Promise<'given-up'>((resolve) => {
      const onAbort = () => setTimeout(resolve, GIVE_UP_GRACE_MS, 'given-up');
      chunk.signal.addEventListener('abort', onAbort, { once: true });
      void outcome.then(() => chunk.signal.removeEventListener('abort', onAbort));
    });
    const settled = await Promise.race([outcome, gaveUp]);
    return settled !== 'handled' && chunk.signal.aborted ? 'given-up' : settled;
  }
}

/** A pause that ends early when the signal aborts. */
function pause(forMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, forMs);
    signal.addEventListener('abort', end, { once: true });
  });
}
