import { DomovoyError } from '@domovoy/models';

/** What an error tells of the call that failed. Paths are templates: no id, no phone, no token. */
export interface FailedCall {
  readonly operation: string;
  readonly method: string;
  readonly route: string;
  readonly attempt: number;
}

interface RosDomofonErrorOptions {
  code: string;
  retryable: boolean;
  call?: FailedCall | undefined;
  cause?: unknown;
  retryAfterMs?: number | undefined;
  unknownOutcome?: boolean;
  meta?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * The base of every error of this package. Branch on `code` (or the class); `retryable`: the same call may succeed
 * later; `unknownOutcome`: a call that changes something may have been executed although it failed here.
 */
export class RosDomofonError extends DomovoyError {
  constructor(message: string, { call, retryAfterMs, ...options }: RosDomofonErrorOptions) {
    super(call ? `${message} (${call.operation})` : message, {
      ...options,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      meta: {
        ...(call && {
          operation: call.operation,
          method: call.method,
          route: call.route,
          attempt: call.attempt,
        }),
        ...options.meta,
      },
    });
  }
}

type Options = Omit<RosDomofonErrorOptions, 'code' | 'retryable'>;

/** Options or parameters of a call are wrong; nothing was sent. All problems at once in `message`. */
export class ConfigurationError extends RosDomofonError {
  constructor(message: string, options: Options = {}) {
    super(message, { ...options, code: 'ROSDOMOFON_CONFIGURATION', retryable: false });
  }
}

/** The client was closed before the call, or in the middle of it. */
export class ClosedError extends RosDomofonError {
  constructor(options: Options = {}) {
    super('This RosDomofon client is closed', { ...options, code: 'ROSDOMOFON_CLOSED', retryable: false });
  }
}

/** The service cannot be reached, or the connection broke. `meta.reason` is the code of Node or undici. */
export class ConnectionError extends RosDomofonError {
  constructor(reason: string, options: Options) {
    super(`The connection to RosDomofon failed: ${reason}`, {
      ...options,
      code: 'ROSDOMOFON_CONNECTION',
      retryable: true,
      meta: { reason },
    });
  }
}

/** No answer within `timeoutMs`. */
export class TimeoutError extends RosDomofonError {
  constructor(timeoutMs: number, options: Options) {
    super(`RosDomofon did not answer within ${timeoutMs} ms`, {
      ...options,
      code: 'ROSDOMOFON_TIMEOUT',
      retryable: true,
      meta: { timeoutMs },
    });
  }
}

/** The caller's own signal ended the call; `cause` is the reason of the signal. */
export class AbortError extends RosDomofonError {
  constructor(options: Options) {
    super('The call was aborted', { ...options, code: 'ROSDOMOFON_ABORTED', retryable: true });
  }
}

/**
 * An answer that cannot be used: no JSON (a page of a gateway, which passes), or JSON of another shape (which does
 * not). `issues` name fields, never their values.
 */
export class ResponseValidationError extends RosDomofonError {
  readonly issues: readonly FieldIssue[];

  constructor(
    problem: string,
    { issues = [], isJson, ...options }: Options & { isJson: boolean; issues?: readonly FieldIssue[] },
  ) {
    const listed = issues.slice(0, 5).map(({ field, message }) => `${field}: ${message}`);
    super(`RosDomofon's answer cannot be used: ${[problem, ...listed].join('; ')}`, {
      ...options,
      code: 'ROSDOMOFON_RESPONSE_INVALID',
      retryable: !isJson,
    });
    this.issues = issues;
  }
}

/** One field that is not as it should be. */
export interface FieldIssue {
  /** `owner.id`, `connections.3.blocked`; empty for the whole. */
  readonly field: string;
  readonly message: string;
}

export interface ResponseFacts extends Options {
  status: number;
  /** What the service says about it, in its own words, redacted. */
  reason?: string | undefined;
  /** The service's own name of the error, such as `invalid_grant`. */
  serviceError?: string | undefined;
}

/** The service answered with another status than success. */
export class ResponseError extends RosDomofonError {
  readonly status: number;
  readonly reason: string | undefined;
  readonly serviceError: string | undefined;

  constructor(
    facts: ResponseFacts,
    kind: { code: string; retryable: boolean; text: string } = {
      code: 'ROSDOMOFON_RESPONSE',
      retryable: false,
      text: 'RosDomofon gave an unexpected answer',
    },
  ) {
    const { status, reason, serviceError, ...options } = facts;
    super(`${kind.text}: ${status}${reason ? ` ${reason}` : ''}`, {
      ...options,
      code: kind.code,
      retryable: kind.retryable,
      meta: { status, ...(reason && { reason }) },
    });
    this.status = status;
    this.reason = reason;
    this.serviceError = serviceError;
  }
}

/**
 * Not signed in. `ROSDOMOFON_CREDENTIALS_REFUSED`: user name, password, code or refresh token are wrong; nothing but
 * other credentials will help. `ROSDOMOFON_AUTHENTICATION`: a token that was issued a moment ago is refused.
 */
export class AuthenticationError extends ResponseError {
  constructor(facts: ResponseFacts, refused: 'token' | 'credentials' = 'token') {
    super(
      facts,
      refused === 'token'
        ? {
            code: 'ROSDOMOFON_AUTHENTICATION',
            retryable: false,
            text: 'RosDomofon refused the access token',
          }
        : {
            code: 'ROSDOMOFON_CREDENTIALS_REFUSED',
            retryable: false,
            text: 'RosDomofon refused the sign-in: the user name or password (or code, or refresh token) is wrong',
          },
    );
  }
}

/** 403: signed in, but not allowed. */
export class PermissionError extends ResponseError {
  constructor(facts: ResponseFacts) {
    super(facts, {
      code: 'ROSDOMOFON_FORBIDDEN',
      retryable: false,
      text: 'This user may not do that in RosDomofon',
    });
  }
}

/** 404. */
export class NotFoundError extends ResponseError {
  constructor(facts: ResponseFacts) {
    super(facts, { code: 'ROSDOMOFON_NOT_FOUND', retryable: false, text: 'RosDomofon does not know it' });
  }
}

/** 409: it exists already, or is in another state. */
export class ConflictError extends ResponseError {
  constructor(facts: ResponseFacts) {
    super(facts, { code: 'ROSDOMOFON_CONFLICT', retryable: false, text: 'RosDomofon reports a conflict' });
  }
}

/** 400 and 422: `reason` is the service's own explanation. */
export class RequestRejectedError extends ResponseError {
  constructor(facts: ResponseFacts) {
    super(facts, { code: 'ROSDOMOFON_REJECTED', retryable: false, text: 'RosDomofon rejected the request' });
  }
}

/** 429; `retryAfterMs` when the service said so. */
export class RateLimitError extends ResponseError {
  constructor(facts: ResponseFacts) {
    super(facts, { code: 'ROSDOMOFON_RATE_LIMIT', retryable: true, text: 'Too many requests to RosDomofon' });
  }
}

/** 5xx. Of a call that changes something the outcome is unknown. */
export class ServerError extends ResponseError {
  constructor(facts: ResponseFacts) {
    super(facts, { code: 'ROSDOMOFON_SERVER', retryable: true, text: 'RosDomofon is out of order' });
  }
}
