import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault, FaultKind, FaultKindThatComes } from './fault.ts';
import { halfAnswer } from './half-answer.ts';

/** A call that is struck. */
export interface StruckCall {
  fault: Fault;
  request: FastifyRequest;
  reply: FastifyReply;
  /** What the service refuses too many calls with. */
  rateLimitStatus: number;
  /** A refusal in the words of the service. */
  problem: (status: number, message: string) => object;
  /** The token that the call carries is good for nothing from now on. */
  revokeToken: () => void;
}

/** A promise that is never kept: the framework waits for it, and with it the caller. */
export const never = () => new Promise<never>(() => {});
const PAGE = '<!DOCTYPE html>\n<html><head><title>Service</title></head><body><h1>nginx</h1></body></html>\n';
const BROKEN = 'The service is out of order';

/** Instead of the call. A latency is none of these: behind it the call goes on. */
export const BEFORE: Readonly<
  Record<
    Exclude<FaultKindThatComes<'before'>, 'latency'>,
    (call: StruckCall) => FastifyReply | Promise<never>
  >
> = {
  'rate-limit'(call) {
    if (call.fault.retryAfterS !== undefined)
      call.reply.header('retry-after', String(call.fault.retryAfterS));
    return refuse(call, call.rateLimitStatus, 'Too many requests');
  },
  error: (call) => refuse(call, call.fault.status ?? 503, BROKEN),
  timeout: never,
  cut(call) {
    call.request.raw.socket.destroy();
    return never();
  },
  html: (call) =>
    call.reply
      .code(call.fault.status ?? 502)
      .type('text/html; charset=utf-8')
      .send(PAGE),
  'token-revoked'(call) {
    call.revokeToken();
    return refuse(call, 401, 'The token is invalid or has expired');
  },
};

/** Instead of the answer: the call has been made. Returns what is sent. */
export const AFTER: Readonly<
  Record<FaultKindThatComes<'after'>, (call: StruckCall, answer: unknown) => unknown>
> = {
  'error-after'(call) {
    const status = call.fault.status ?? 500;
    call.reply.code(status).type('application/json; charset=utf-8');
    return JSON.stringify(call.problem(status, BROKEN));
  },
  'timeout-after': never,
  'cut-after'(call) {
    call.request.raw.socket.destroy();
    return never();
  },
  async 'half-answer'(call, answer) {
    await halfAnswer(call.reply, answer);
    return never();
  },
  'html-after'(call) {
    call.reply.code(call.fault.status ?? 200).type('text/html; charset=utf-8');
    return PAGE;
  },
};

export const isAfter = (kind: FaultKind): kind is keyof typeof AFTER => kind in AFTER;
export const isBefore = (kind: FaultKind): kind is keyof typeof BEFORE => kind in BEFORE;

const refuse = ({ reply, problem }: StruckCall, status: number, message: string) =>
  reply.code(status).send(problem(status, message));
