import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from './fault.ts';
import type { FaultList } from './fault-list.ts';
import { AFTER, BEFORE, isAfter, isBefore, never } from './strikes.ts';

/** What a fault needs of the service that it strikes. */
export interface FaultTarget {
  problem: (reply: FastifyReply, status: number, message: string, fault: Fault) => object;
  rateLimitStatus: number;
  revokeToken: (request: FastifyRequest) => void;
  /** For the history. */
  onStruck: (request: FastifyRequest, fault: Fault) => void;
  /** What patterns are compared with. */
  pathsOf: (request: FastifyRequest) => readonly string[];
  /** When it strikes: before every other hook, or when the body is there that says what is called. */
  hook: 'onRequest' | 'preValidation';
}

/** What strikes a call strikes it before anybody looks at its token. */
export function installFaults(app: FastifyInstance, faults: FaultList, target: FaultTarget): void {
  const later = new WeakMap<FastifyRequest, Fault>();
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  const struckCall = (fault: Fault, request: FastifyRequest, reply: FastifyReply) => ({
    fault,
    request,
    reply,
    rateLimitStatus: target.rateLimitStatus,
    problem: (status: number, message: string) => target.problem(reply, status, message, fault),
    revokeToken: () => target.revokeToken(request),
  });

  app.addHook(target.hook, async (request: FastifyRequest, reply: FastifyReply) => {
    if (faults.list().length === 0) return;
    const struck = faults.strike({ method: request.method, paths: target.pathsOf(request) });
    for (const fault of struck) target.onStruck(request, fault);
    const delayMs = struck.reduce((sum, fault) => sum + (fault.delayMs ?? 0), 0);
    // A call that still waits when the sandbox ends is never made.
    if (delayMs > 0) await sleep(delayMs, undefined, { signal: closing.signal }).catch(never);
    for (const fault of struck) {
      if (isAfter(fault.kind)) later.set(request, fault);
      if (isBefore(fault.kind)) await BEFORE[fault.kind](struckCall(fault, request, reply));
    }
  });

  app.addHook('onSend', async (request, reply, answer: unknown) => {
    const fault = later.get(request);
    if (!fault || !isAfter(fault.kind)) return answer;
    const sent = await AFTER[fault.kind](struckCall(fault, request, reply), answer);
    if (isStream(answer)) answer.destroy();
    return sent;
  });
}

const isStream = (answer: unknown): answer is { destroy: () => void } =>
  typeof answer === 'object' && answer !== null && 'destroy' in answer;
