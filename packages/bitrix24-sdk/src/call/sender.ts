import type { WireOutcome } from '../batch/read-batch.ts';
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

function methodsOf({ commands }: BatchRequest): Map<string, number> {
  const methods = new Map([['batch', 1]]);
  for (const { method } of commands) {
    const name = method.toLowerCase();
    methods.set(name, (methods.get(name) ?? 0) + 1);
  }
  return methods;
}
