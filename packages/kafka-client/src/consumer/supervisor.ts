import { setTimeout as delay } from 'node:timers/promises';
import { mapError } from '../access/map-error.ts';
import { KafkaError } from '../errors.ts';
import { TopicDirectory, type TopicListing } from '../topics/topic-directory.ts';
import type { ConsumerState, ConsumerStatus } from './consumer.ts';
import type { ConsumerSettings } from './options.ts';
import { PartitionBoard } from './partition-board.ts';
import { Session } from './session.ts';
import { SessionWatch } from './session-watch.ts';
import { Wake } from './wake.ts';

const FIRST_BACKOFF_MS = 200;
/**
 * A refusal is believed when it comes so often in a row: soon when nothing ever worked, later when it did (a
 * broker that starts may refuse logins for a while). A silent close is a refusal only if it goes on: a proxy
 * before a broker that still starts looks the same.
 */
const CONFIRMATIONS = { neverWorked: 2, silentClose: 4, workedBefore: 10 };
const SILENT_CLOSES: ReadonlySet<string> = new Set(['KAFKA_LOGIN_REQUIRED', 'KAFKA_TLS_REQUIRED']);
const TOPIC_CODES: ReadonlySet<string> = new Set(['KAFKA_TOPIC_UNKNOWN', 'KAFKA_TOPIC_FORBIDDEN']);
/** Sessions in a row that crashed before one chunk was handled. */
const MAX_CRASHES = 20;
/** What closing may take beyond its deadline. */
const CLOSE_GRACE_MS = 500;
const CLOSE_FOR_RESTART_MS = 5000;

/** Keeps one session alive: starts it, watches it, replaces it, and knows when to give up. */
export class Supervisor {
  readonly ended: Promise<KafkaError | null>;
  readonly #settings: ConsumerSettings;
  readonly #board = new PartitionBoard();
  readonly #directory: TopicDirectory;
  /** Rings when somebody wants the loop to look up: close, or trouble. */
  readonly #wake = new Wake();
  #end!: (reason: KafkaError | null) => void;
  #state: ConsumerState = 'starting';
  #isPaused = false;
  #error: KafkaError | undefined;
  #listing: TopicListing | undefined;
  #session: Session | undefined;
  #memberId: string | undefined;
  #lastProgressAt: number | null = null;
  #failures = 0;
  #refusals = 0;
  #stalls = 0;
  #crashes = 0;
  #loop: Promise<void> | undefined;
  #closing: Promise<void> | undefined;
  #deadlineMs = 0;
  #settleStart!: (error?: KafkaError) => void;
  #started: Promise<void>;

  constructor(settings: ConsumerSettings) {
    this.#settings = settings;
    const { access, clientId, logger } = settings;
    this.#directory = new TopicDirectory({ access, clientId, logger });
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#started = new Promise((resolve, reject) => {
      this.#settleStart = (error) => (error ? reject(error) : resolve());
    });
    this.#started.catch(() => {});
  }

  start(): Promise<void> {
    if (this.#closing) return Promise.reject(new KafkaError('KAFKA_CLOSED'));
    this.#loop ??= this.#supervise();
    return this.#started;
  }

  pause(): void {
    this.#isPaused = true;
    this.#session?.pause();
  }

  resume(): void {
    this.#isPaused = false;
    this.#session?.resume();
  }

  status(): ConsumerStatus {
    const isPaused = this.#isPaused && this.#state === 'running';
    return {
      state: isPaused ? 'paused' : this.#state,
      lag: this.#session ? this.#board.lag() : null,
      partitions: this.#session ? this.#board.partitions() : [],
      missingTopics: this.#listing?.missing ?? [],
      forbiddenTopics: this.#listing?.forbidden ?? [],
      lastProgressAt: this.#lastProgressAt,
      ...(this.#error && { error: this.#error }),
    };
  }

  close(deadlineMs: number): Promise<void> {
    this.#closing ??= this.#close(deadlineMs);
    return this.#closing;
  }

  async #close(deadlineMs: number): Promise<void> {
    const hadFailed = this.#state === 'failed';
    if (!hadFailed) this.#state = 'closing';
    this.#deadlineMs = deadlineMs;
    this.#wake.ring();
    // Nothing is asked any more; a question on its way to a silent broker must not hold us.
    this.#directory.close();
    await Promise.race([this.#loop, delay(deadlineMs + CLOSE_GRACE_MS, undefined, { ref: false })]);
    if (!hadFailed) this.#state = 'closed';
    this.#settleStart(new KafkaError('KAFKA_CLOSED'));
    this.#end(null);
  }

  get #isClosing(): boolean {
    return this.#closing !== undefined;
  }

  async #supervise(): Promise<void> {
    try {
      while (!this.#isClosing) {
        const listing = await this.#look();
        if (!listing) return;
        if (listing.existing.size === 0) {
          this.#state = 'waiting';
          this.#settleStart();
          await this.#wake.wait(this.#settings.topicPollMs);
          continue;
        }
        await this.#runSession(listing);
      }
    } catch (cause) {
      const error = mapError(cause, { access: this.#settings.access, groupId: this.#settings.groupId });
      this.#error = error;
      this.#state = 'failed';
      this.#settings.logger.error({ err: error }, 'kafka: the consumer gives up');
      this.#settleStart(error);
      this.#end(error);
    }
  }

  /** Asks for the topics until a broker answers. Undefined when closing meanwhile; throws when it is hopeless. */
  async #look(): Promise<TopicListing | undefined> {
    while (!this.#isClosing) {
      try {
        const listing = await this.#directory.find(this.#settings.topics);
        this.#tellAbout(listing);
        return listing;
      } catch (cause) {
        await this.#afterFailure(mapError(cause, { access: this.#settings.access }));
      }
    }
    return undefined;
  }

  #tellAbout(listing: TopicListing): void {
    const { logger } = this.#settings;
    const before = this.#listing;
    this.#listing = listing;
    for (const topic of newAmong(listing.missing, before?.missing))
      logger.warn({ topic }, 'kafka: the broker has no such topic; waiting for it');
    for (const topic of newAmong(listing.forbidden, before?.forbidden))
      logger.warn({ topic }, 'kafka: this user may not read the topic; waiting for access');
  }

  /** Waits before another attempt, or throws when another attempt is no use. */
  async #afterFailure(error: KafkaError): Promise<void> {
    const { logger, maxBackoffMs } = this.#settings;
    this.#refusals = error.code === this.#error?.code ? this.#refusals + 1 : 1;
    this.#error = error;
    this.#failures += 1;
    if (!error.retryable && this.#refusals >= this.#refusalsNeeded(error)) throw error;
    if (error.retryable) {
      if (this.#failures > 1 || this.#lastProgressAt === null) this.#state = 'waiting';
      this.#settleStart();
    }
    if (this.#failures === 1 || error.code !== 'KAFKA_UNREACHABLE')
      logger.warn({ err: error }, 'kafka: not connected; trying again');
    if (this.#isClosing) return;
    await this.#wake.wait(Math.min(maxBackoffMs, FIRST_BACKOFF_MS * 1.6 ** Math.min(this.#failures, 20)));
  }

  #refusalsNeeded({ code }: KafkaError): number {
    if (this.#lastProgressAt !== null) return CONFIRMATIONS.workedBefore;
    return SILENT_CLOSES.has(code) ? CONFIRMATIONS.silentClose : CONFIRMATIONS.neverWorked;
  }

  /** Runs one session to its end, whatever ends it. */
  async #runSession(listing: TopicListing): Promise<void> {
    const settings = this.#settings;
    const watch = new SessionWatch({
      settings,
      listing,
      board: this.#board,
      directory: this.#directory,
      isPaused: () => this.#isPaused,
      onListing: (found) => this.#tellAbout(found),
      onAnswer: (error) => {
        this.#error = error;
      },
    });
    const session = new Session({
      settings,
      topics: [...listing.existing.keys()],
      board: this.#board,
      directory: this.#directory,
      formerMemberId: this.#memberId,
      onJoined: (memberId) => {
        this.#memberId = memberId;
        this.#joined();
        watch.alive();
      },
      onActivity: () => watch.alive(),
      onProgress: () => {
        this.#lastProgressAt = Date.now();
        this.#stalls = 0;
        this.#crashes = 0;
        this.#error = undefined;
        watch.alive();
      },
      onTrouble: () => watch.lookSoon(),
    });
    this.#session = session;
    if (this.#isPaused) session.pause();
    try {
      const failedToOpen = session.open().then(
        () => new Promise<never>(() => {}),
        (cause: unknown) => cause,
      );
      const crash = Promise.race([session.crashed, failedToOpen]).then((cause) => ({
        kind: 'crash' as const,
        cause,
      }));
      const closing = this.#wake.next().then(() => ({ kind: 'closing' as const }));
      const end = await Promise.race([crash, closing, watch.verdict]);
      watch.stop();
      if (end.kind === 'stalled') session.giveUp();
      await session.close(end.kind === 'closing' ? this.#deadlineMs : CLOSE_FOR_RESTART_MS);
      // A session that said goodbye needs no dismissal.
      if (end.kind === 'topics-changed') this.#memberId = undefined;
      if (end.kind === 'crash') await this.#afterCrash(end.cause);
      if (end.kind === 'stalled') this.#afterStall();
    } finally {
      watch.stop();
      this.#session = undefined;
    }
  }

  #joined(): void {
    this.#state = 'running';
    this.#error = undefined;
    this.#failures = 0;
    this.#lastProgressAt = Date.now();
    this.#settleStart();
  }

  async #afterCrash(cause: unknown): Promise<void> {
    const { access, groupId } = this.#settings;
    const isUnclear = cause instanceof Error && cause.name === 'KafkaJSGroupCoordinatorNotFound';
    const error =
      isUnclear && (await this.#directory.isGroupForbidden(groupId))
        ? new KafkaError('KAFKA_GROUP_FORBIDDEN', { cause, detail: groupId })
        : mapError(cause, { access, groupId });
    // The topics are looked at again before the next session: one that went away is no reason to give up.
    const isAboutTopics = TOPIC_CODES.has(error.code);
    this.#crashes += 1;
    if (this.#crashes > MAX_CRASHES) throw new KafkaError('KAFKA_STALLED', { cause: error });
    await this.#afterFailure(isAboutTopics ? new KafkaError('KAFKA_FAILED', { cause }) : error);
  }

  #afterStall(): void {
    this.#stalls += 1;
    const error = new KafkaError('KAFKA_STALLED');
    if (this.#stalls > 1) throw error;
    this.#error = error;
    this.#settings.logger.warn(
      { lag: String(this.#board.lag()) },
      'kafka: no progress; the consumer starts anew',
    );
  }
}

const newAmong = (now: readonly string[], before: readonly string[] = []): string[] =>
  now.filter((topic) => !before.includes(topic));
