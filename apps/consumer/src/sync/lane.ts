import { syncRunStatesBefore } from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import {
  type ClaimedSyncRun,
  claimSyncRun,
  isRetryable,
  notifyChanges,
  type Store,
  type SyncRunFence,
  settleSyncRun,
} from '@domovoy/store';
import { pause } from '../intake/waiting.ts';
import { codeOf, toldError } from './run/sync-error.ts';
import type { SyncMetrics } from './sync-metrics.ts';

/** The worker that owns the integration, and with which take-over. */
export interface SyncOwner {
  readonly workerId: string;
  readonly ownerFence: bigint;
}

export interface LaneOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly metrics: SyncMetrics;
  readonly integrationId: bigint;
  readonly owner: SyncOwner;
  readonly kind: ClaimedSyncRun['kind'];
  /** Resolves when the run is through. */
  readonly work: (run: ClaimedSyncRun, signal: AbortSignal) => Promise<void>;
}

const RETRY_MS = 1_000;

const WHAT = {
  full: 'everything of RosDomofon into the mirror',
  account: 'one account of RosDomofon into the mirror',
  preview: 'everything of RosDomofon into a copy of the mirror',
} as const;
const LOST = 'a run of the mirror was cancelled, or another worker has it';

/** Works on the runs of one kind of an integration, one after the other, for as long as it is owned. */
export class Lane {
  readonly #options: LaneOptions;
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;
  #wake = Promise.withResolvers<void>();

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#ended = this.#live();
  }

  /** There may be a run. */
  wake(): void {
    this.#wake.resolve();
  }

  /** The run in progress stops where it is and stays `running`: the next owner goes on with it. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#wake.resolve();
    await this.#ended;
  }

  async #live(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      this.#wake = Promise.withResolvers();
      try {
        const run = await this.#claim();
        if (run) await this.#work(run);
        else if (!signal.aborted) await this.#wake.promise;
      } catch (error) {
        this.#options.logger.warn(
          { event: 'sync-claim-failed', err: error },
          'no look at the runs of the mirror',
        );
        await pause(RETRY_MS, signal);
      }
    }
  }

  #claim(): Promise<ClaimedSyncRun | null> {
    const { store, integrationId, owner, kind } = this.#options;
    return claimSyncRun(store, { ...owner, integrationId }, { kind, from: syncRunStatesBefore('running') });
  }

  async #work(run: ClaimedSyncRun): Promise<void> {
    const { store, work, metrics, kind } = this.#options;
    const logger = this.#options.logger.child({ runId: String(run.id), kind });
    const fence = { runId: run.id, fence: run.fence };
    const startedAt = performance.now();
    logger.info(
      { event: run.isResumed ? 'sync-resumed' : 'sync-started', phase: run.phase },
      `${run.isResumed ? 'goes on reading' : 'reads'} ${WHAT[kind]}`,
    );
    await notifyChanges(store);
    const state = await this.#toItsEnd(run, fence, work, logger);
    metrics.runs.inc({ kind, state });
    metrics.runSeconds.observe({ kind }, (performance.now() - startedAt) / 1_000);
    await notifyChanges(store);
  }

  async #toItsEnd(
    run: ClaimedSyncRun,
    fence: SyncRunFence,
    work: LaneOptions['work'],
    logger: Logger,
  ): Promise<'completed' | 'failed' | 'lost' | 'handed_over'> {
    const { signal } = this.#closing;
    const { kind } = this.#options;
    try {
      await work(run, signal);
      const isMine = await this.#settle(fence, 'completed', null);
      if (isMine) logger.info({ event: 'sync-completed' }, `has read ${WHAT[kind]}`);
      else logger.warn({ event: 'sync-lost' }, LOST);
      return isMine ? 'completed' : 'lost';
    } catch (error) {
      if (codeOf(error) === 'SYNC_RUN_LOST') {
        logger.warn({ event: 'sync-lost' }, LOST);
        return 'lost';
      }
      // An end that could not be written: the run is claimed again when the database is back.
      if (signal.aborted || isRetryable(error)) {
        logger.info({ event: 'sync-handed-over' }, 'the next owner goes on');
        return 'handed_over';
      }
      logger.error({ event: 'sync-failed', err: error }, 'a run of the mirror failed');
      await this.#settle(fence, 'failed', toldError(error));
      return 'failed';
    }
  }

  #settle(
    fence: SyncRunFence,
    to: 'completed' | 'failed',
    error: { code: string; message: string } | null,
  ): Promise<boolean> {
    return settleSyncRun(this.#options.store, fence, { to, from: syncRunStatesBefore(to), error });
  }
}
