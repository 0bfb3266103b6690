import type { ClaimedJob, JobProgress, Runner, Store, Tx } from '@domovoy/store';
import type { z } from 'zod';

/** One sort of long work. */
export interface JobKind<Input extends z.ZodType = z.ZodType> {
  /** What is asked for, as JSON. */
  readonly input: Input;
  /**
   * Does all that is left of it, in pieces of moments, and gives what came of it. Each piece is a transaction that saves
   * the job's progress as well, and goes on from there when another worker has to.
   */
  readonly work: (job: JobInHand<z.output<Input>>) => Promise<unknown>;
  /**
   * A person cancelled it: takes back what it had queued and nobody has begun, in the transaction that cancels. No piece
   * comes after that. Gives the integrations whose owners are to be woken.
   */
  readonly cancelled?: (tx: Tx, job: CancelledJob) => Promise<readonly bigint[]>;
}

export interface CancelledJob extends JobToCancel {
  readonly store: Store;
}

export interface JobToCancel {
  readonly companyId: bigint;
  readonly jobId: bigint;
  readonly actor: string;
}

export interface JobInHand<Input = unknown>
  extends Pick<ClaimedJob, 'id' | 'companyId' | 'done' | 'failed' | 'total' | 'requestedBy' | 'requestedAt'> {
  readonly store: Store;
  readonly input: Input;
  readonly checkpoint: unknown;
  /** Aborts when the job is cancelled, or the process ends: stop behind the piece. */
  readonly signal: AbortSignal;
  /**
   * Until it may go on: for what somebody else has to do first, which may take days. Meanwhile its worker begins another job.
   * Rejects when the signal aborts.
   */
  readonly wait: (ms: number) => Promise<void>;
  /** @throws JobLostError when it is another worker's by now, or cancelled: the piece is taken back. */
  readonly save: (runner: Runner, so: Omit<JobProgress, 'isTold'>) => Promise<void>;
}

/** By name, `<aggregate>.<verb>`: what the column `kind` says. */
export type JobKinds = Readonly<Record<string, JobKind>>;

export const defineJobKind = <Input extends z.ZodType>(kind: JobKind<Input>): JobKind => kind;
