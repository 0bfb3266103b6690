import type { FastifyReply } from 'fastify';
import type { ErrorCode } from '../errors/public-error.ts';

/** What the routes of sessions answer besides. */
export type SignInCode =
  | 'CODE_NEEDED'
  | 'INVITATION_EXPIRED'
  | 'INVITATION_UNKNOWN'
  | 'INVITATION_USED'
  | 'INVITATION_WITHDRAWN'
  | 'NAME_INVALID'
  | 'ORIGIN_REFUSED'
  | 'PASSWORD_INVALID'
  | 'SECOND_FACTOR_ON'
  | 'SESSION_OVER'
  | 'SIGN_IN_OFF'
  | 'SIGN_IN_REFUSED';

export interface Refusal {
  readonly status: number;
  readonly code: ErrorCode | SignInCode;
  readonly message: string;
  readonly retryable?: boolean;
  /** Beside the code: which of its cases it is. */
  readonly problem?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that never becomes a GraphQL operation is answered like one that failed. */
export function answerError(reply: FastifyReply, requestId: string, refusal: Refusal): FastifyReply {
  const { status, code, message, retryable = false, problem, headers = {} } = refusal;
  return reply
    .code(status)
    .headers(headers)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code, problem, retryable, requestId } }] });
}

export const UNAUTHENTICATED: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message:
    'A good access token or API key is needed: `Authorization: Bearer …`. It is missing, wrong, expired, revoked, or not for this network. Tokens are for 10 minutes: `POST /auth/refresh`.',
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
