import type { WireOutcome } from '../batch/read-batch.ts';
import { RateLimitError } from '../errors.ts';
import type { Gate, HeldUp } from '../limits/gate.ts';
import { kindOfCall } from '../limits/kind-of-call.ts';
import type { Call } from './call.ts';
import type { Answer } from './envelope.ts';
import { whileWaiting } from './interruption.ts';
import type { BatchRequest, SingleRequest, WireJob } from './wire-job.ts';

/** One attempt: it waits for the limits, and is sent, alone or with others. */
export interface Sender {
  single(call: Call, request: SingleRequest): Promise<Answer>;
  batch(call: Call, request: BatchRequest): Promise<readonly WireOutcome[]>;
}

export function createSender(gate: Gate<WireJob>): Sender {
  const passThrough = async <Result>(call: Call, settled: Promise<Result>, job: WireJob): Promise<Result> => {
    gate.enter(job);
    try {
      return await whileWaiting(settled, call);
    } finally {
      gate.leave(job);
    }
  };
  const common = (call: Call, fail: (error: Error) => void) => ({
    call,
    lane: call.lane,
    order: call.order,
    timeLeftMs: call.timeLeftMs,
    fail,
    giveUp: (heldUp: HeldUp) => fail(heldUpError(call, heldUp)),
  });
  return {
    single(call, request) {
      const { promise, resolve: succeed, reject } = Promise.withResolvers<Answer>();
      const methods = new Map([[request.method.toLowerCase(), 1]]);
      const kind = kindOfCall(request.method, request.params);
      const gatherable = request.query !== undefined;
      const job = { ...common(call, reject), request, methods, kind, gatherable, succeed };
      return passThrough(call, promise, job);
    },
    batch(call, request) {
      const { promise, resolve: succeed, reject } = Promise.withResolvers<readonly WireOutcome[]>();
      const methods = methodsOf(request);
      const job = { ...common(call, reject), request, methods, gatherable: false, succeed };
      return passThrough(call, promise, job);
    },
  };
}

/** As if the portal had said it: it would. */
function heldUpError(call: Call, { limit, ms }: HeldUp): RateLimitError {
  const apiCode = limit === 'operating' ? 'OPERATION_TIME_LIMIT' : 'QUERY_LIMIT_EXCEEDED';
  return new RateLimitError({ apiCode, call, retryAfterMs: ms, unknownOutcome: call.mayHaveRun }, limit);
}

function methodsOf({ commands }: BatchRequest): Map<string, number> {
  const methods = new Map([['batch', 1]]);
  for (const { method } of commands) {
    const name = method.toLowerCase();
    methods.set(name, (methods.get(name) ?? 0) + 1);
  }
  return methods;
}
