import { setTimeout as pause } from 'node:timers/promises';
import { type JobKinds, jobStatesBefore } from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import type { Logger } from '@domovoy/service-kit';
import {
  type ClaimedJob,
  giveBackJob,
  isRetryable,
  JobLostError,
  notifyChanges,
  type Store,
  saveJobProgress,
  settleJob,
} from '@domovoy/store';

export interface RunOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly kinds: JobKinds;
  readonly signal: AbortSignal;
  /** It waits for somebody else, or goes on. */
  readonly onWait: (isWaiting: boolean) => void;
}

/** Progress is told no more often than this: each telling is a row in the feed. */
const TELL_EVERY_MS = 250;

/** Works on a claimed job until it is over, lost, or given back. Never rejects. */
export async function runJob(job: ClaimedJob, options: RunOptions): Promise<void> {
  const logger = options.logger.child({ jobId: String(job.id), kind: job.kind });
  const startedAt = performance.now();
  logger.info({ event: job.isResumed ? 'job-resumed' : 'job-started', done: job.done });
  try {
    const state = await toItsEnd(job, options);
    logger.info({ event: `job-${state}`, durationMs: Math.round(performance.now() - startedAt) });
  } catch (error) {
    // It could not even be written how it ended: its lease runs out, and another worker goes on.
    logger.warn({ event: 'job-unsettled', err: error });
  }
  // Only a wake-up.
  notifyChanges(options.store).catch(() => undefined);
}

async function toItsEnd(
  job: ClaimedJob,
  options: RunOptions,
): Promise<'completed' | 'failed' | 'lost' | 'given-back'> {
  const { store, signal, logger } = options;
  const fence = { jobId: job.id, fence: job.fence };
  try {
    const result = await work(job, options);
    const end = { to: 'completed', from: jobStatesBefore('completed'), result, error: null } as const;
    return (await settleJob(store, fence, end)) ? 'completed' : 'lost';
  } catch (error) {
    if (error instanceof JobLostError) return 'lost';
    if (signal.aborted || isRetryable(error)) {
      await giveBackJob(store, fence);
      return 'given-back';
    }
    logger.error({ event: 'job-failed', jobId: String(job.id), err: error });
    const end = { to: 'failed', from: jobStatesBefore('failed'), result: null, error: told(error) } as const;
    return (await settleJob(store, fence, end)) ? 'failed' : 'lost';
  }
}

async function work(job: ClaimedJob, { store, kinds, signal, onWait }: RunOptions): Promise<unknown> {
  const kind = kinds[job.kind];
  if (kind === undefined) throw new TypeError(`there is no job of the kind ${job.kind}`);
  let toldAt = Number.NEGATIVE_INFINITY;
  return kind.work({
    ...job,
    input: kind.input.parse(job.input),
    store,
    signal,
    async wait(ms) {
      onWait(true);
      try {
        await pause(ms, undefined, { signal });
      } finally {
        onWait(false);
      }
    },
    async save(runner, so) {
      const now = performance.now();
      const isTold = now - toldAt >= TELL_EVERY_MS;
      if (isTold) toldAt = now;
      await saveJobProgress(runner, { jobId: job.id, fence: job.fence }, { ...so, isTold });
      if (isTold) notifyChanges(store).catch(() => undefined);
    },
  });
}

/** What a person reads about it. Messages of our own errors are made for that; others may hold anything. */
const told = (error: unknown): { code: string; message: string } =>
  error instanceof DomovoyError
    ? { code: error.code, message: error.message }
    : {
        code: 'JOB_FAILED',
        message: 'The job failed for a reason that it does not know; the log tells more.',
      };
