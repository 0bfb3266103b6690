import type { Cluster, Consumer, ConsumerCrashEvent, Offsets } from 'kafkajs';
import { ASK_FOR_EVER, createKafkajs } from '../access/kafkajs-client.ts';
import { SocketSwitch } from '../access/socket-switch.ts';
import type { TopicDirectory } from '../topics/topic-directory.ts';
import { partitionAssigners } from './assigner.ts';
import { ChunkRunner } from './chunk-runner.ts';
import { Committer, type Position } from './committer.ts';
import { hasGroupMoved, isMemberUnknown } from './group-moved.ts';
import type { ConsumerSettings } from './options.ts';
import type { PartitionBoard } from './partition-board.ts';

const HEARTBEAT_MS = 3000;
const REBALANCE_TIMEOUT_MS = 60_000;
/** A handler that does not end while the group waits for us is given up in time for us to rejoin. */
const REJOIN_PATIENCE_MS = 40_000;
/** How long the broker holds a fetch that finds nothing. A record ends it at once; an idle consumer costs 0.95 % of a core, 1.2 % with half of it. */
const MAX_WAIT_MS = 1000;

export interface SessionOptions {
  settings: ConsumerSettings;
  topics: readonly string[];
  board: PartitionBoard;
  directory: TopicDirectory;
  /** Our member id of an earlier session that could not say goodbye. */
  formerMemberId: string | undefined;
  onJoined: (memberId: string) => void;
  onActivity: () => void;
  onProgress: () => void;
  /** A fetch failed: perhaps a topic vanished. */
  onTrouble: () => void;
}

/** One kafkajs consumer from connect to disconnect. It is never repaired: whoever wants another starts another. */
export class Session {
  /** Resolves with the reason when kafkajs gives up. */
  readonly crashed: Promise<unknown>;
  readonly #options: SessionOptions;
  readonly #sockets = new SocketSwitch();
  readonly #consumer: Consumer;
  readonly #committer: Committer;
  readonly #runner: ChunkRunner;
  readonly #parked = new Set<NodeJS.Timeout>();
  readonly #fetching = new Set<string>();
  #cluster: Cluster | undefined;
  #commitOffsets: ((offsets: Offsets) => Promise<void>) | undefined;
  #patience: NodeJS.Timeout | undefined;
  #memberId: string | undefined;
  #generation = 0;
  #isPaused = false;
  #isClosing = false;
  #isRunning = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { settings, board } = options;
    this.#consumer = this.#createConsumer();
    this.#committer = new Committer(
      (positions) => this.#commit(positions),
      (cause, isOver) => {
        settings.logger.info({ err: cause }, 'kafka: a commit failed; the records may come again');
        if (!isOver) this.#onGroupTrouble(cause, this.#generation);
      },
    );
    this.#runner = new ChunkRunner({
      settings,
      board,
      committer: this.#committer,
      heartbeatMs: this.#heartbeatMs / 2,
      park: (topic, partition, forMs) => this.#park(topic, partition, forMs),
      onActivity: options.onActivity,
      onProgress: options.onProgress,
      onHeartbeatFailed: (cause, generation) => this.#onGroupTrouble(cause, generation),
      generation: () => this.#generation,
    });
    this.crashed = new Promise((resolve) => {
      this.#consumer.on(this.#consumer.events.CRASH, ({ payload }: ConsumerCrashEvent) =>
        resolve(payload.error),
      );
    });
    this.#watch();
  }

  get #heartbeatMs(): number {
    return Math.min(HEARTBEAT_MS, this.#options.settings.sessionTimeoutMs / 3);
  }

  #createConsumer(): Consumer {
    const { settings, directory } = this.#options;
    const { access, clientId, groupId, logger, sessionTimeoutMs } = settings;
    const kafka = createKafkajs({
      access,
      clientId,
      retry: { retries: 8, initialRetryTime: 100, maxRetryTime: 1000 },
      sockets: this.#sockets,
      logger,
    });
    return kafka.consumer({
      groupId,
      allowAutoTopicCreation: false,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: REBALANCE_TIMEOUT_MS,
      heartbeatInterval: this.#heartbeatMs,
      maxWaitTimeInMs: MAX_WAIT_MS,
      maxBytesPerPartition: 1024 * 1024,
      metadataMaxAge: 60_000,
      // Said explicitly: the default of consumer() beats what the client was given. Restarting after a crash
      // is our supervisor's business.
      retry: { ...ASK_FOR_EVER, restartOnFailure: async () => false },
      partitionAssigners: partitionAssigners(async (topics) => (await directory.find(topics)).existing).map(
        (create) => (config) => {
          this.#cluster = config.cluster;
          return create(config);
        },
      ),
    });
  }

  /** Resolves when the group was joined once, or `crashed` will tell why not. Rejects when it cannot begin. */
  async open(): Promise<void> {
    const { settings, topics, formerMemberId } = this.#options;
    await this.#consumer.connect();
    if (formerMemberId !== undefined) await this.#sayGoodbyeFor(formerMemberId);
    // From the beginning: with "latest", a group whose offsets expired would silently skip what is waiting.
    await this.#consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: settings.partitionsAtOnce,
      eachBatch: (payload) => {
        this.#commitOffsets = (offsets) => payload.commitOffsetsIfNecessary(offsets);
        return this.#runner.run(payload);
      },
    });
  }

  pause(): void {
    this.#isPaused = true;
    this.#runner.hold();
    if (this.#isRunning) this.#consumer.pause(this.#options.topics.map((topic) => ({ topic })));
  }

  resume(): void {
    this.#isPaused = false;
    if (this.#isClosing) return;
    this.#runner.release();
    if (this.#isRunning) this.#consumer.resume(this.#options.topics.map((topic) => ({ topic })));
  }

  /** Nobody waits for the chunks that run now. */
  giveUp(): void {
    this.#runner.giveUp();
  }

  /** Lets the running chunks finish and commits them, leaves the group; at the deadline cuts what is left. */
  async close(deadlineMs: number): Promise<void> {
    this.#isClosing = true;
    this.#runner.hold();
    for (const timer of this.#parked) clearTimeout(timer);
    clearTimeout(this.#patience);
    let isLate = false;
    const late = new Promise<void>((resolve) => {
      setTimeout(() => {
        isLate = true;
        resolve();
      }, deadlineMs).unref();
    });
    const orderly = async () => {
      await this.#runner.idle();
      await this.#committer.flush();
      const stopped = this.#consumer.disconnect();
      // kafkajs would wait for the end of its long poll before it leaves; the group need not wait for that.
      if (this.#memberId !== undefined) await this.#sayGoodbyeFor(this.#memberId);
      this.#sockets.off();
      await stopped;
    };
    await Promise.race([orderly().catch(() => {}), late]);
    if (isLate) this.#runner.giveUp();
    this.#committer.clear();
    this.#sockets.off();
  }

  #watch(): void {
    const { events } = this.#consumer;
    this.#consumer.on(events.GROUP_JOIN, ({ payload }) => {
      const { board, settings, onJoined } = this.#options;
      clearTimeout(this.#patience);
      this.#patience = undefined;
      this.#isRunning = true;
      this.#generation += 1;
      this.#memberId = payload.memberId;
      this.#committer.clear();
      board.assign(payload.memberAssignment);
      settings.logger.info({ assignment: payload.memberAssignment }, 'kafka: joined the group');
      if (this.#isPaused) this.pause();
      else if (!this.#isClosing) this.#runner.release();
      onJoined(payload.memberId);
    });
    this.#consumer.on(events.REBALANCING, this.#options.onActivity);
    // A fetch that begins although the one before never ended: that one failed.
    this.#consumer.on(events.FETCH_START, ({ payload }) => {
      const node = String(payload.nodeId);
      if (this.#fetching.has(node)) this.#options.onTrouble();
      this.#fetching.add(node);
    });
    this.#consumer.on(events.FETCH, ({ payload }) => {
      this.#fetching.delete(String(payload.nodeId));
    });
  }

  async #commit(positions: readonly Position[]): Promise<void> {
    // Not consumer.commitOffsets(): that one retries for ever, and a rebalance would wait for it.
    await this.#commitOffsets?.({
      topics: positions.map(({ topic, partition, offset }) => ({
        topic,
        partitions: [{ partition, offset: String(offset) }],
      })),
    });
  }

  #park(topic: string, partition: number, forMs: number): void {
    this.#consumer.pause([{ topic, partitions: [partition] }]);
    const timer = setTimeout(() => {
      this.#parked.delete(timer);
      if (!this.#isPaused && !this.#isClosing) this.#consumer.resume([{ topic, partitions: [partition] }]);
    }, forMs);
    this.#parked.add(timer);
  }

  /**
   * An answer that comes after the next join tells of a generation that is over. Holding the runner for it would
   * stop the consumer, because nobody joins once more: only the watchdog would notice, a minute later.
   */
  #onGroupTrouble(cause: unknown, generation: number): void {
    if (generation !== this.#generation || !hasGroupMoved(cause)) return;
    // kafkajs asks again as soon as we return from our batches, and then joins anew.
    this.#runner.hold(isMemberUnknown(cause) ? cause : undefined);
    this.#patience ??= setTimeout(() => this.#runner.giveUp(), REJOIN_PATIENCE_MS);
  }

  /** A member that vanished without leaving blocks the next rebalance until its session ends: dismiss it. */
  async #sayGoodbyeFor(memberId: string): Promise<void> {
    const { groupId } = this.#options.settings;
    try {
      const coordinator = await this.#cluster?.findGroupCoordinator({ groupId });
      if (coordinator && canLeave(coordinator)) await coordinator.leaveGroup({ groupId, memberId });
    } catch {
      // It has left, or the group forgets it by itself.
    }
  }
}

/** kafkajs has the request and leaves it out of its types. */
interface LeavingBroker {
  leaveGroup(request: { groupId: string; memberId: string }): Promise<unknown>;
}

const canLeave = (broker: object): broker is LeavingBroker =>
  typeof Reflect.get(broker, 'leaveGroup') === 'function';
