import type { SentCommand, WireOutcome } from '../batch/read-batch.ts';
import type { Job } from '../limits/gate.ts';
import type { Call } from './call.ts';
import type { Answer } from './envelope.ts';

/** One call, by itself or in a batch that is made for it. */
export interface SingleRequest {
  readonly kind: 'single';
  readonly method: string;
  readonly params: object;
  /** As a command of a batch; absent when it cannot be one, or must not. */
  readonly query: string | undefined;
}

export interface BatchCommand extends Omit<SentCommand, 'attempt'> {
  readonly query: string;
  /** See `kindOfCall`. */
  readonly kind: string;
}

/** A batch of the caller's own. */
export interface BatchRequest {
  readonly kind: 'batch';
  readonly commands: readonly BatchCommand[];
  readonly halt: boolean;
}

interface Waiting<Request, Result> extends Job {
  readonly request: Request;
  readonly call: Call;
  readonly succeed: (result: Result) => void;
  readonly fail: (error: Error) => void;
}

export type SingleJob = Waiting<SingleRequest, Answer>;
export type BatchJob = Waiting<BatchRequest, readonly WireOutcome[]>;
export type WireJob = SingleJob | BatchJob;

export const isSingle = (job: WireJob): job is SingleJob => job.request.kind === 'single';

/** `findbycomm?type=PHONE&…`: a call as a command. */
export const asCommand = (method: string, query: string): string => (query ? `${method}?${query}` : method);
