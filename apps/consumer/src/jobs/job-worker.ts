import { randomUUID } from 'node:crypto';
import { type JobKinds, jobStatesBefore } from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import {
  type ClaimedJob,
  claimJob,
  JOBS_CHANNEL,
  type Listener,
  renewJobLeases,
  type Store,
  untilDatabase,
} from '@domovoy/store';
import { pause, within } from '../intake/waiting.ts';
import { runJob } from './run-job.ts';

export interface JobWorkerOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly kinds: JobKinds;
  /** Jobs at the same time in this process, without those that wait for somebody else. */
  readonly concurrency?: number;
  /** With those: what each of them asks the database again and again adds up. */
  readonly held?: number;
  /** A job whose worker is gone is taken over so much later. */
  readonly leaseMs?: number;
  /** How often leases are renewed, and a job that was cancelled is noticed. */
  readonly beatMs?: number;
  /** Behind NOTIFY. */
  readonly pollMs?: number;
}

interface Running {
  readonly job: ClaimedJob;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  /** For a target that takes nothing, perhaps for days. */
  isWaiting: boolean;
}

/** How long the end of the process waits for the pieces that are under way. */
const DRAIN_MS = 5_000;

/**
 * Works on the long work that people ask for. Any process takes any job, for as long as its lease; when it dies, another
 * one goes on where it was.
 */
export class JobWorker implements AsyncDisposable {
  readonly #options: Required<JobWorkerOptions>;
  readonly #id = `jobs-${randomUUID()}`;
  readonly #running = new Map<bigint, Running>();
  readonly #closing = new AbortController();
  readonly #ended: Promise<unknown>;
  readonly #listening: Promise<Listener | null>;
  #woken = Promise.withResolvers<void>();

  constructor(options: JobWorkerOptions) {
    this.#options = { concurrency: 2, held: 20, leaseMs: 10_000, beatMs: 500, pollMs: 2_000, ...options };
    this.#listening = this.#listen();
    this.#ended = Promise.all([this.#claimAgainAndAgain(), this.#beatAgainAndAgain()]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    this.#wake();
    for (const { stop } of this.#running.values()) stop.abort();
    await within(DRAIN_MS, Promise.all([...this.#running.values()].map(({ ended }) => ended)));
    const listener = await this.#listening;
    await Promise.all([listener?.close(), within(DRAIN_MS, this.#ended)]);
  }

  #wake(): void {
    this.#woken.resolve();
  }

  async #claimAgainAndAgain(): Promise<void> {
    const { logger, pollMs } = this.#options;
    const { signal } = this.#closing;
    for (let hasFailed = false; !signal.aborted; ) {
      this.#woken = Promise.withResolvers();
      try {
        while (!signal.aborted && (await this.#claim()));
        hasFailed = false;
      } catch (error) {
        if (!hasFailed) logger.warn({ event: 'job-claim-failed', err: error });
        hasFailed = true;
      }
      const waiting = new AbortController();
      await Promise.race([this.#woken.promise, pause(pollMs, AbortSignal.any([signal, waiting.signal]))]);
      waiting.abort();
    }
  }

  /** False: there is none, or enough is under way. */
  async #claim(): Promise<boolean> {
    const { store, kinds, concurrency, held, leaseMs } = this.#options;
    const atWork = [...this.#running.values()].filter(({ isWaiting }) => !isWaiting);
    if (atWork.length >= concurrency || this.#running.size >= held) return false;
    const job = await claimJob(store, {
      worker: this.#id,
      kinds: Object.keys(kinds),
      from: jobStatesBefore('running'),
      leaseMs,
    });
    if (job === null) return false;
    const stop = new AbortController();
    const onWait = (isWaiting: boolean) => {
      const running = this.#running.get(job.id);
      if (running !== undefined) running.isWaiting = isWaiting;
    };
    const ended = runJob(job, { ...this.#options, signal: stop.signal, onWait }).finally(() => {
      this.#running.delete(job.id);
      this.#wake();
    });
    this.#running.set(job.id, { job, stop, ended, isWaiting: false });
    return true;
  }

  /** One statement for all of them. What is not this worker's any more stops. */
  async #beatAgainAndAgain(): Promise<void> {
    const { beatMs } = this.#options;
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await pause(beatMs, signal);
      const jobIds = [...this.#running.keys()];
      // A database that is away: the lease runs out, and the fence guards the rest.
      if (jobIds.length > 0) await this.#beat(jobIds).catch(() => undefined);
    }
  }

  async #beat(jobIds: readonly bigint[]): Promise<void> {
    const { store, leaseMs } = this.#options;
    const held = new Set(await renewJobLeases(store, { jobIds, worker: this.#id, leaseMs }));
    for (const id of jobIds) if (!held.has(id)) this.#running.get(id)?.stop.abort();
  }

  async #listen(): Promise<Listener | null> {
    const { store, logger } = this.#options;
    const { signal } = this.#closing;
    try {
      const listener = await untilDatabase(() => store.listen(JOBS_CHANNEL, () => this.#wake()), {
        signal,
        onWait: () => {},
      });
      this.#wake();
      return listener;
    } catch (error) {
      // Without notifications the poll finds everything, a moment later.
      if (!signal.aborted) logger.error({ event: 'listen-failed', err: error });
      return null;
    }
  }
}
