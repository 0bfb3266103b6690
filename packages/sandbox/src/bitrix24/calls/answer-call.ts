import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../../faults/fault.ts';
import { callerOf } from '../auth/caller-of.ts';
import { setPortalCaller } from '../auth/portal-caller.ts';
import { runBatch } from '../batch/run-batch.ts';
import type { PortalContext } from '../portal-context.ts';
import type { Caller } from '../portal-method.ts';
import { RestError } from '../rest-error.ts';
import { callPathOf } from '../transport/call-path.ts';
import { envelope, timeWire } from '../transport/envelope.ts';
import type { Params } from '../transport/params.ts';
import { paramsOf } from '../transport/read-body.ts';
import { executeCall } from './execute-call.ts';

const GATEWAY_TIMEOUT = '<html>\n<head><title>504 Gateway Time-out</title></head>\n<body></body>\n</html>\n';

/** A request to the REST interface: is there room for it, who sends it, and what does it call. */
export async function answerCall(
  context: PortalContext,
  request: FastifyRequest,
  reply: FastifyReply,
  struckBy: Fault | undefined,
): Promise<FastifyReply> {
  refuseTooMany(context, request.ip);
  const path = callPathOf(request.url);
  const params = paramsOf(request.url, request.body);
  const caller = callerOf(context, path, params, request.headers.authorization);
  setPortalCaller(request, caller);
  if (path.method.toLowerCase() === 'batch') return answerBatch(context, caller, params, reply, struckBy);
  const startMs = context.now();
  const { answer, spent, tookMs } = await executeCall(context, caller, path.method, params);
  return send(reply, envelope(answer, timeWire(startMs, tookMs, spent)));
}

async function answerBatch(
  context: PortalContext,
  caller: Caller,
  params: Params,
  reply: FastifyReply,
  struckBy: Fault | undefined,
): Promise<FastifyReply> {
  const startMs = context.now();
  const { answer, tookMs, isCut } = await runBatch(context, caller, params, {
    commands: struckBy?.commands,
    refusalOf: (method) => commandFault(context, method),
  });
  if (isCut) return reply.code(504).type('text/html; charset=utf-8').send(GATEWAY_TIMEOUT);
  // A batch is not charged itself: its commands are (facts §6).
  const spent = context.operatingTime.spent(caller.credential, 'batch');
  const realMs = context.now() - startMs;
  return send(reply, envelope(answer, timeWire(startMs, Math.max(realMs, tookMs), spent)));
}

/** A fault that strikes commands of a batch one by one. */
function commandFault({ faults }: PortalContext, method: string): RestError | null {
  if (faults.list().length === 0) return null;
  const paths = [`/${method.toLowerCase()}`];
  const fault = faults
    .strike({ method: 'POST', paths, isCommand: true })
    .find(({ kind }) => kind !== 'latency');
  return fault
    ? new RestError(400, fault.error ?? 'INTERNAL_SERVER_ERROR', 'The command was struck by a fault')
    : null;
}

function refuseTooMany({ behaviour, bucket, usage }: PortalContext, source: string): void {
  usage.count('requests');
  if (behaviour.limits === 'off' || bucket.accepts(source)) return;
  usage.count('refusedByRate');
  throw new RestError(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests');
}

/** As bytes: a string with Cyrillic letters is written to a socket more slowly (a page of 50 rows: a third of all). */
const send = (reply: FastifyReply, body: object) =>
  reply.type('application/json; charset=utf-8').send(Buffer.from(JSON.stringify(body)));
