import {
  type ConsumerState,
  createConsumer,
  type KafkaConsumer,
  type PartitionStatus,
} from '@domovoy/kafka-client';
import { CompanyShortName, DomovoyError } from '@domovoy/models';
import type { Logger } from '@domovoy/service-kit';
import type { IntegrationWithCompany, Store } from '@domovoy/store';
import { accessOf, type Keys } from '../integrations/access-of.ts';
import type { ConsumerMetrics } from '../observe/consumer-metrics.ts';
import { processorsOf } from '../processors/processors-of.ts';
import { ChunkHandler } from './chunk-handler.ts';
import { backoffMs, pause } from './waiting.ts';

export interface IntakeDependencies {
  readonly store: Store;
  readonly keys: Keys;
  readonly metrics: ConsumerMetrics;
  readonly logger: Logger;
  /** How the broker's log calls this process. */
  readonly clientId: string;
  /** Something is wrong with the process itself: only a new one helps. */
  readonly onFatal: (error: DomovoyError) => void;
}

export interface IntakeStatus {
  readonly integrationId: bigint;
  /** `broken`: a person has to act. It is tried again all the same, more and more rarely. */
  readonly state: ConsumerState | 'broken';
  readonly lag: bigint | null;
  readonly partitions: readonly PartitionStatus[];
  readonly missingTopics: readonly string[];
  readonly lastProgressAt: number | null;
  readonly error: DomovoyError | null;
}

/** Longer than this without an end, and the next back-off begins from the start. */
const STEADY_MS = 60_000;

/**
 * How long the group waits for a member that was killed: what a take-over costs at most. The operator's other clients
 * use the same, so the broker allows it; kafka-client's heartbeats do not depend on how long a chunk takes.
 */
const SESSION_TIMEOUT_MS = 10_000;

/** The intake of one integration: a Kafka consumer of its own, with its own access and group, kept alive. */
export class Intake {
  readonly integration: IntegrationWithCompany;
  readonly #dependencies: IntakeDependencies;
  readonly #logger: Logger;
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;
  #consumer: KafkaConsumer | undefined;
  #error: DomovoyError | undefined;
  #closeDeadlineMs = 10_000;

  constructor(integration: IntegrationWithCompany, dependencies: IntakeDependencies) {
    this.integration = integration;
    this.#dependencies = dependencies;
    this.#logger = dependencies.logger.child({ integrationId: String(integration.id) });
    this.#ended = this.#keepAlive();
  }

  status(): IntakeStatus {
    const status = this.#consumer?.status();
    const error = status?.error ?? this.#error;
    return {
      integrationId: this.integration.id,
      state: error && !error.retryable ? 'broken' : (status?.state ?? 'starting'),
      lag: status?.lag ?? null,
      partitions: status?.partitions ?? [],
      missingTopics: status?.missingTopics ?? [],
      lastProgressAt: status?.lastProgressAt ?? null,
      error: error ?? null,
    };
  }

  /** Finishes the running chunks, commits, leaves the group. */
  async close(deadlineMs: number): Promise<void> {
    this.#closeDeadlineMs = deadlineMs;
    this.#closing.abort();
    await this.#ended;
  }

  async #keepAlive(): Promise<void> {
    const { signal } = this.#closing;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      const startedAt = performance.now();
      const error = await this.#consume();
      if (signal.aborted || !error) return;
      this.#error = error;
      if (error.code === 'KAFKA_STALLED') {
        this.#dependencies.onFatal(error);
        return;
      }
      if (performance.now() - startedAt > STEADY_MS) attempt = 0;
      const retryInMs = backoffMs(attempt);
      this.#logger.error(
        { event: 'intake-ended', code: error.code, retryInMs, err: error },
        error.retryable ? 'the intake of an integration ended' : `an integration is broken: ${error.message}`,
      );
      await pause(retryInMs, signal);
    }
  }

  /** Runs one consumer to its end. Null when it was closed. */
  async #consume(): Promise<DomovoyError | null> {
    const { clientId, logger: _, ...dependencies } = this.#dependencies;
    try {
      const { kafka, groupId } = accessOf(this.integration, dependencies.keys);
      const handler = new ChunkHandler({
        ...dependencies,
        integration: this.integration,
        processors: processorsOf(CompanyShortName.parse(this.integration.companyShortName)),
        logger: this.#logger,
      });
      const consumer = createConsumer({
        access: kafka,
        clientId,
        groupId,
        topics: handler.topics,
        onChunk: handler.handle,
        sessionTimeoutMs: SESSION_TIMEOUT_MS,
        logger: this.#logger,
      });
      this.#consumer = consumer;
      return await this.#untilEnd(consumer);
    } catch (cause) {
      if (cause instanceof DomovoyError) return cause;
      return new DomovoyError('the intake failed for a reason it does not know', {
        code: 'INTAKE_FAILED',
        cause,
      });
    } finally {
      this.#consumer = undefined;
    }
  }

  async #untilEnd(consumer: KafkaConsumer): Promise<DomovoyError | null> {
    const { signal } = this.#closing;
    const close = () => consumer.close({ deadlineMs: this.#closeDeadlineMs });
    const closed = Promise.withResolvers<void>();
    const onAbort = () => close().then(closed.resolve, closed.reject);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      if (signal.aborted) return null;
      const start = async () => {
        await consumer.start();
        this.#error = undefined;
      };
      start().catch(() => undefined); // `ended` tells it too
      const error = await consumer.ended;
      if (signal.aborted) await closed.promise;
      return error;
    } finally {
      signal.removeEventListener('abort', onAbort);
      await close();
    }
  }
}
