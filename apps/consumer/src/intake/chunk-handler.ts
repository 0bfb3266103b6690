import { type EventSource, openEventSource, type Received } from '@domovoy/domain';
import type { Chunk } from '@domovoy/kafka-client';
import type { Logger } from '@domovoy/service-kit';
import type { Store } from '@domovoy/store';
import type { ConsumerMetrics } from '../observe/consumer-metrics.ts';
import type { Processor } from '../processors/processor.ts';

export interface ChunkHandlerOptions {
  readonly store: Store;
  readonly integration: { readonly id: bigint; readonly companyId: bigint };
  readonly processors: readonly Processor[];
  readonly metrics: ConsumerMetrics;
  readonly logger: Logger;
}

/** Brings the chunks of one integration into the database. */
export class ChunkHandler {
  readonly #options: ChunkHandlerOptions;
  readonly #processors: ReadonlyMap<string, Processor>;
  readonly #sources = new Map<string, Promise<EventSource>>();

  constructor(options: ChunkHandlerOptions) {
    this.#options = options;
    this.#processors = new Map(options.processors.map((processor) => [processor.topic, processor]));
  }

  get topics(): readonly string[] {
    return [...this.#processors.keys()];
  }

  /** Rejects when the chunk is not in the database: the offset must not move. */
  readonly handle = async (chunk: Chunk): Promise<void> => {
    const processor = this.#processors.get(chunk.topic);
    if (!processor) throw new TypeError(`nothing processes the topic ${chunk.topic}`);
    const { store, metrics } = this.#options;
    const stopTimer = metrics.chunkSeconds.startTimer({ kind: processor.kind });
    try {
      const received = await processor.receive(store, await this.#source(chunk.topic), chunk);
      stopTimer();
      this.#tell(processor, chunk, received);
    } catch (error) {
      metrics.rejectedChunks.inc({ kind: processor.kind, code: codeOf(error) });
      throw error;
    }
  };

  #source(topic: string): Promise<EventSource> {
    const known = this.#sources.get(topic);
    if (known) return known;
    const { store, integration } = this.#options;
    const opened = openEventSource(store, {
      integrationId: integration.id,
      companyId: integration.companyId,
      topic,
    });
    this.#sources.set(topic, opened);
    opened.catch(() => this.#sources.delete(topic));
    return opened;
  }

  #tell(
    { kind }: Processor,
    { topic, partition, records }: Chunk,
    { fresh, dead, recreated }: Received,
  ): void {
    const { logger, metrics } = this.#options;
    const count = records.length;
    if (fresh > 0) metrics.events.inc({ kind, outcome: 'fresh' }, fresh);
    if (dead > 0) metrics.events.inc({ kind, outcome: 'dead' }, dead);
    if (count > fresh + dead) metrics.events.inc({ kind, outcome: 'repeated' }, count - fresh - dead);
    logger.info({ event: 'intake', kind, topic, partition, fresh, dead, count });
    if (!recreated) return;
    metrics.recreatedTopics.inc({ topic });
    logger.warn(
      { event: 'topic-recreated', topic, partition },
      'the topic was created anew: what its former self held and was not read is gone',
    );
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'BUG';
