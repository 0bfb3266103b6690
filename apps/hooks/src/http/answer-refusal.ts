import type { FastifyReply } from 'fastify';

/** Stable. Of a refusal its sender learns as little as possible: a foreign token and a missing one are the same. */
type RefusalCode =
  | 'NOT_FOUND'
  | 'UNREADABLE'
  | 'UNSUPPORTED_TYPE'
  | 'TOO_LARGE'
  | 'REFUSED'
  | 'THROTTLED'
  | 'UNAVAILABLE';

interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

const UNREADABLE: Refusal = { code: 'UNREADABLE', message: 'It is no event as a portal posts them.' };
const BY_STATUS: Readonly<Record<number, Refusal>> = {
  403: { code: 'REFUSED', message: 'It does not prove that it comes from the portal.' },
  404: { code: 'NOT_FOUND', message: 'There is nobody here to tell.' },
  413: { code: 'TOO_LARGE', message: 'It is larger than any event.' },
  415: { code: 'UNSUPPORTED_TYPE', message: 'Events are application/x-www-form-urlencoded.' },
  429: { code: 'THROTTLED', message: 'Too many came. Send the next one later.' },
  503: { code: 'UNAVAILABLE', message: 'It could not be kept. Send it again.' },
};

/** Never with anything of what was sent. */
export function answerRefusal(reply: FastifyReply, status: number): FastifyReply {
  const { code, message } = BY_STATUS[status] ?? UNREADABLE;
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ code, message, retryable: status === 429 || status === 503 });
}

/** The same moment for whoever counts in whole seconds. */
export const retryAfter = (reply: FastifyReply, seconds: number): FastifyReply =>
  reply.header('retry-after', String(Math.max(1, Math.ceil(seconds))));
