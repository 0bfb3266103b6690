import { encodeParams } from '../batch/encode-params.ts';
import type { WireOutcome } from '../batch/read-batch.ts';
import type { OperatingLedger } from '../limits/operating-ledger.ts';
import { SAFE_SHARE } from '../limits/pick-jobs.ts';
import { type RetryContext, retry } from '../middleware/retry.ts';
import type { Settings } from '../options.ts';
import { beginCall, type Call } from './call.ts';
import type { CallOptions, Effect } from './command.ts';
import type { Answer } from './envelope.ts';
import type { Sender } from './sender.ts';
import type { BatchRequest } from './wire-job.ts';

/** Calls with everything that belongs to one: its deadline, the limits, its repeats. */
export interface Runner {
  single(
    method: string,
    params: object,
    effect: Effect,
    options: CallOptions,
    read: (answer: Answer, call: Call) => unknown,
  ): Promise<unknown>;
  batch(
    request: BatchRequest,
    effect: Effect,
    options: CallOptions,
    maxAttempts?: number,
  ): Promise<readonly WireOutcome[]>;
  readonly ledger: OperatingLedger;
  /** For a batch of a call with these options. */
  longestBatchMs(options: CallOptions): number;
}

export interface RunnerContext extends RetryContext {
  sender: Sender;
  ledger: OperatingLedger;
  longestBatchMs: number;
  settings: Settings;
}

export function createRunner({
  sender,
  ledger,
  longestBatchMs,
  settings,
  ...context
}: RunnerContext): Runner {
  const run = async <T>(
    method: string,
    effect: Effect,
    options: CallOptions,
    attempt: (call: Call) => Promise<T>,
    maxAttempts = context.retry.maxAttempts,
  ): Promise<T> => {
    const { call, deadline } = beginCall(method, effect, options, settings);
    try {
      const retrying = { ...context, retry: { ...context.retry, maxAttempts } };
      return await retry(call, retrying, () => attempt(call));
    } finally {
      deadline.stop();
    }
  };
  return {
    ledger,
    longestBatchMs: ({ timeoutMs = settings.timeoutMs }) => Math.min(longestBatchMs, SAFE_SHARE * timeoutMs),
    single: (method, params, effect, options, read) => {
      const query = (options.gather ?? settings.gather) ? queryOf(params) : undefined;
      return run(method, effect, options, async (call) =>
        read(await sender.single(call, { kind: 'single', method, params, query }), call),
      );
    },
    batch: (request, effect, options, maxAttempts) =>
      run('batch', effect, options, (call) => sender.batch(call, request), maxAttempts),
  };
}

/** What a batch cannot carry goes by itself. */
const queryOf = (params: object): string | undefined => encodeParams(params, () => '').query;
