import {
  ApiError,
  AuthenticationError,
  BlockedError,
  type FailedCall,
  NotFoundError,
  PermissionError,
  RateLimitError,
  type ResponseError,
  type ResponseFacts,
  ServerError,
} from '../errors.ts';
import type { Redactor } from '../redact.ts';
import type { ErrorWords } from './envelope.ts';

type Make = (facts: ResponseFacts) => ResponseError;
const broken: Make = (facts) => new AuthenticationError(facts);
const expired: Make = (facts) => new AuthenticationError(facts, 'token');
const forbidden: Make = (facts) => new PermissionError(facts);
const unknown: Make = (facts) => new NotFoundError(facts);
const refused: Make = (facts) => new ApiError(facts);
const outOfOrder: Make = (facts) => new ServerError(facts);

/** Codes in lower case (facts §2). A code says more than its status: 503 and 401 mean several things each. */
const BY_CODE: Readonly<Record<string, Make>> = {
  query_limit_exceeded: (facts) => new RateLimitError(facts),
  operation_time_limit: (facts) => new RateLimitError(facts, 'operating'),
  overload_limit: (facts) => new BlockedError(facts),
  expired_token: expired,
  invalid_token: expired,
  no_auth_found: broken,
  invalid_credentials: broken,
  portal_deleted: broken,
  application_not_found: broken,
  not_installed: broken,
  insufficient_scope: forbidden,
  user_access_error: forbidden,
  allowed_only_intranet_user: forbidden,
  wrong_auth_type: forbidden,
  access_denied: forbidden,
  payment_required: forbidden,
  method_confirm_waiting: forbidden,
  method_confirm_denied: forbidden,
  not_found: unknown,
  owner_not_found: unknown,
  error_not_found: unknown,
  error_method_not_found: refused,
  error_manifest_is_not_available: refused,
  internal_server_error: outOfOrder,
  error_unexpected_answer: outOfOrder,
};

/** The classic methods have no code but words for it. */
const BY_WORDS: readonly (readonly [RegExp, Make])[] = [
  [/access denied/i, forbidden],
  [/not found/i, unknown],
];

/** Absent for a command of a batch. */
function byStatus(status: number | undefined): Make {
  if (status === undefined) return refused;
  if (status >= 500) return outOfOrder;
  if (status === 401) return broken;
  if (status === 403) return forbidden;
  if (status === 410) return broken;
  if (status === 429) return (facts) => new RateLimitError(facts);
  return refused;
}

export interface ErrorContext {
  readonly status?: number | undefined;
  readonly call: FailedCall;
  readonly redact: Redactor;
  readonly retryAfterMs?: number | undefined;
  /** Does it change something? Then what is ambiguous is an unknown outcome. */
  readonly isWrite: boolean;
  /** An earlier attempt may have been executed. */
  readonly mayHaveRun?: boolean | undefined;
}

/** What the portal's words mean, as an error. */
export function errorOf(
  { apiCode, description }: ErrorWords,
  { status, call, redact, retryAfterMs, isWrite, mayHaveRun = false }: ErrorContext,
): ResponseError {
  const code = apiCode.trim().toLowerCase();
  const words =
    code === '' || code === '0' ? BY_WORDS.find(([pattern]) => pattern.test(description)) : undefined;
  const make = (Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : words?.[1]) ?? byStatus(status);
  return make({
    status,
    call,
    apiCode: redact(apiCode).slice(0, 100),
    reason: redact(description).slice(0, 500) || undefined,
    retryAfterMs,
    unknownOutcome: mayHaveRun || (make === outOfOrder && isWrite),
  });
}
