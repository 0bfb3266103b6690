import type { FastifyReply } from 'fastify';
import type { ErrorCode } from '../errors/public-error.ts';

interface Refusal {
  readonly status: number;
  readonly code: ErrorCode | 'BAD_REQUEST';
  readonly message: string;
  readonly retryable?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that never becomes a GraphQL operation is answered like one that failed. */
export function answerError(reply: FastifyReply, requestId: string, refusal: Refusal): FastifyReply {
  const { status, code, message, retryable = false, headers = {} } = refusal;
  return reply
    .code(status)
    .headers(headers)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code, retryable, requestId } }] });
}

export const UNAUTHENTICATED: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'An API key is needed: `Authorization: Bearer dmv_…` or `X-Api-Key: dmv_…`.',
  headers: { 'www-authenticate': 'Bearer realm="domovoy"' },
};

export const TOO_MANY_WRONG_KEYS: Refusal = {
  status: 429,
  code: 'THROTTLED',
  message: 'Too many wrong keys came from your address. Try again.',
  retryable: true,
  headers: { 'retry-after': '5' },
};

export const UNAVAILABLE: Refusal = {
  status: 503,
  code: 'SERVICE_UNAVAILABLE',
  message: 'The service is not available at the moment. Try again.',
  retryable: true,
  headers: { 'retry-after': '1' },
};
