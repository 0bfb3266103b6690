import type { WireOutcome } from '../batch/read-batch.ts';
import { RateLimitError } from '../errors.ts';
import type { Gate } from '../limits/gate.ts';
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
    const { limit, ms } = gate.heldUp(job);
    // Better the reason now than a time-out later.
    if (ms >= call.timeLeftMs()) throw heldUpError(call, limit, ms);
    gate.enter(job);
    try {
      return await whileWaiting(settled, call);
    } finally {
      gate.leave(job);
    }
  };
  return {
    single(call, request) {
      const { promise, resolve: succeed, reject: fail } = Promise.withResolvers<Answer>();
      const { lane, order } = call;
      const methods = new Map([[request.method.toLowerCase(), 1]]);
      const kind = kindOfCall(request.method, request.params);
      const gatherable = request.query !== undefined;
      return passThrough(call, promise, {
        lane,
        order,
        methods,
        kind,
        gatherable,
        call,
        request,
        succeed,
        fail,
      });
    },
    batch(call, request) {
      const { promise, resolve: succeed, reject: fail } = Promise.withResolvers<readonly WireOutcome[]>();
      const { lane, order } = call;
      const methods = methodsOf(request);
      return passThrough(call, promise, {
        lane,
        order,
        methods,
        gatherable: false,
        call,
        request,
        succeed,
        fail,
      });
    },
  };
}

/** As if the portal had said it: it would. */
function heldUpError(call: Call, limit: 'requests' | 'operating', retryAfterMs: number): RateLimitError {
  const apiCode = limit === 'operating' ? 'OPERATION_TIME_LIMIT' : 'QUERY_LIMIT_EXCEEDED';
  return new RateLimitError({ apiCode, call, retryAfterMs, unknownOutcome: call.mayHaveRun }, limit);
}

function methodsOf({ commands }: BatchRequest): Map<string, number> {
  const methods = new Map([['batch', 1]]);
  for (const { method } of commands) {
    const name = method.toLowerCase();
    methods.set(name, (methods.get(name) ?? 0) + 1);
  }
  return methods;
}
