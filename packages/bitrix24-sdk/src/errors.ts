import { DomovoyError } from '@domovoy/models';

/** What an error tells of the call that failed. A method is a name of the API: no id, no phone, no token. */
export interface FailedCall {
  readonly method: string;
  readonly attempt: number;
}

interface Bitrix24ErrorOptions {
  code: string;
  retryable: boolean;
  call?: FailedCall | undefined;
  cause?: unknown;
  retryAfterMs?: number | undefined;
  unknownOutcome?: boolean | undefined;
  meta?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * The base of every error of this package. Branch on `code` (or the class); `retryable`: the same call may succeed
 * later; `unknownOutcome`: a call that changes something may have been executed although it failed here.
 */
export class Bitrix24Error extends DomovoyError {
  constructor(
    message: string,
    { call, retryAfterMs, unknownOutcome, meta, ...options }: Bitrix24ErrorOptions,
  ) {
    super(call ? `${message} (${call.method})` : message, {
      ...options,
      unknownOutcome: unknownOutcome ?? false,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      meta: { ...(call && { method: call.method, attempt: call.attempt }), ...meta },
    });
  }
}

type Options = Omit<Bitrix24ErrorOptions, 'code' | 'retryable'>;

/** Options or parameters of a call are wrong; nothing was sent. All problems at once in `message`. */
export class ConfigurationError extends Bitrix24Error {
  constructor(message: string, options: Options = {}) {
    super(message, { ...options, code: 'BITRIX24_CONFIGURATION', retryable: false });
  }
}

/** The client was closed before the call, or in the middle of it. */
export class ClosedError extends Bitrix24Error {
  constructor(options: Options = {}) {
    super('This Bitrix24 client is closed', { ...options, code: 'BITRIX24_CLOSED', retryable: false });
  }
}

/** The portal cannot be reached, or the connection broke. `meta.reason` is the code of Node or undici. */
export class ConnectionError extends Bitrix24Error {
  constructor(reason: string, options: Options = {}) {
    super(`The connection to Bitrix24 failed: ${reason}`, {
      ...options,
      code: 'BITRIX24_CONNECTION',
      retryable: true,
      meta: { ...options.meta, reason },
    });
  }
}

/** No answer in time; `meta.isSent`: what was not sent waited for the limits of the portal. */
export class TimeoutError extends Bitrix24Error {
  constructor(timeoutMs: number, { isSent, ...options }: Options & { isSent: boolean }) {
    super(
      isSent
        ? `Bitrix24 did not answer within ${timeoutMs} ms`
        : `The call could not be sent within ${timeoutMs} ms: the limits of the portal left no room, or it cannot be reached`,
      {
        ...options,
        code: 'BITRIX24_TIMEOUT',
        retryable: true,
        meta: { ...options.meta, timeoutMs, isSent },
      },
    );
  }
}

/** The caller's own signal ended the call; `cause` is the reason of the signal. */
export class AbortError extends Bitrix24Error {
  constructor(options: Options = {}) {
    super('The call was aborted', { ...options, code: 'BITRIX24_ABORTED', retryable: true });
  }
}

/** One field that is not as it should be. */
export interface FieldIssue {
  /** `items.3.id`; empty for the whole. */
  readonly field: string;
  readonly message: string;
}

/**
 * An answer that cannot be used: no JSON (a page of a gateway, which passes), or JSON of another shape (which does
 * not). `issues` name fields, never their values; `excerpt` is the beginning of a page, without secrets.
 */
export class ResponseValidationError extends Bitrix24Error {
  readonly issues: readonly FieldIssue[];
  readonly excerpt: string | undefined;

  constructor(
    problem: string,
    {
      issues = [],
      isJson,
      excerpt,
      ...options
    }: Options & {
      isJson: boolean;
      issues?: readonly FieldIssue[] | undefined;
      excerpt?: string | undefined;
    },
  ) {
    const listed = issues.slice(0, 5).map(({ field, message }) => `${field}: ${message}`);
    super(`Bitrix24's answer cannot be used: ${[problem, ...listed].join('; ')}`, {
      ...options,
      code: 'BITRIX24_RESPONSE_INVALID',
      retryable: !isJson,
    });
    this.issues = issues;
    this.excerpt = excerpt;
  }
}

/** A list gave rows that it had given before: read on, it would never end. The method cannot be iterated by id. */
export class StalledCursorError extends Bitrix24Error {
  constructor(method: string, options: Options & { cursor: string; found: string }) {
    const { cursor, found, ...rest } = options;
    super(`The rows of ${method} do not grow by id: after ${cursor} came ${found}`, {
      ...rest,
      code: 'BITRIX24_STALLED_CURSOR',
      retryable: false,
      meta: { method, cursor, found },
    });
  }
}

export interface ResponseFacts extends Options {
  /** Absent for a command of a batch: it has none of its own. */
  status?: number | undefined;
  /** The portal's own name of the error; '' occurs, and so do numbers and sentences. */
  apiCode: string;
  /** What the portal says about it, in its own words, redacted. */
  reason?: string | undefined;
}

/** Bitrix24 answered with an error. */
export class ResponseError extends Bitrix24Error {
  readonly status: number | undefined;
  readonly apiCode: string;
  readonly reason: string | undefined;

  constructor(
    { status, apiCode, reason, ...options }: ResponseFacts,
    kind: { code: string; retryable: boolean; text: string },
  ) {
    const told = [status, apiCode, reason].filter((part) => part !== undefined && part !== '');
    super(`${kind.text}: ${told.join(' ')}`, {
      ...options,
      code: kind.code,
      retryable: kind.retryable,
      meta: {
        ...options.meta,
        ...(status !== undefined && { status }),
        apiCode,
        ...(reason && { reason }),
      },
    });
    this.status = status;
    this.apiCode = apiCode;
    this.reason = reason;
  }
}

/** Refused for good: the same call will fail again. `apiCode` and `reason` say why. */
export class ApiError extends ResponseError {
  constructor(facts: ResponseFacts) {
    super(facts, { code: 'BITRIX24_API', retryable: false, text: 'Bitrix24 refused the call' });
  }
}

const ACCESS = {
  connection: {
    code: 'BITRIX24_AUTHENTICATION',
    retryable: false,
    text: 'Bitrix24 does not know this web hook or application any more',
  },
  token: {
    code: 'BITRIX24_TOKEN_EXPIRED',
    retryable: true,
    text: 'Bitrix24 refused the access token',
  },
  grant: {
    code: 'BITRIX24_REAUTHORISE',
    retryable: false,
    text: 'Bitrix24 refused the refresh token or the code: the application has to be authorised anew',
  },
  client: {
    code: 'BITRIX24_AUTHENTICATION',
    retryable: false,
    text: 'Bitrix24 does not know this application: its id or secret is wrong',
  },
} as const;

/**
 * The connection to the portal is broken. `BITRIX24_AUTHENTICATION`: web hook revoked, application unknown, portal
 * gone; `BITRIX24_REAUTHORISE`: a person has to authorise the application again; `BITRIX24_TOKEN_EXPIRED`: a token
 * that was issued a moment ago is refused.
 */
export class AuthenticationError extends ResponseError {
  constructor(facts: ResponseFacts, refused: keyof typeof ACCESS = 'connection') {
    super(facts, ACCESS[refused]);
  }
}

/** Rights, scope or plan do not allow it. */
export class PermissionError extends ResponseError {
  constructor(facts: ResponseFacts) {
    super(facts, {
      code: 'BITRIX24_FORBIDDEN',
      retryable: false,
      text: 'This web hook or application may not do that in Bitrix24',
    });
  }
}

/** The entity does not exist, or not any more. */
export class NotFoundError extends ResponseError {
  constructor(facts: ResponseFacts) {
    super(facts, { code: 'BITRIX24_NOT_FOUND', retryable: false, text: 'Bitrix24 does not know it' });
  }
}

/**
 * Refused before it was executed. `BITRIX24_RATE_LIMIT`: too many requests to the portal; `BITRIX24_OPERATING_LIMIT`:
 * this method has used up its time, other methods go on.
 */
export class RateLimitError extends ResponseError {
  readonly limit: 'requests' | 'operating';
  readonly #facts: ResponseFacts;

  constructor(facts: ResponseFacts, limit: 'requests' | 'operating' = 'requests') {
    super(
      facts,
      limit === 'requests'
        ? { code: 'BITRIX24_RATE_LIMIT', retryable: true, text: 'Too many requests to Bitrix24' }
        : {
            code: 'BITRIX24_OPERATING_LIMIT',
            retryable: true,
            text: "The method's operating time in Bitrix24 is used up",
          },
    );
    this.limit = limit;
    this.#facts = facts;
  }

  /** The same, with the time from which on it makes sense to try again. */
  after(retryAfterMs: number): RateLimitError {
    return new RateLimitError({ ...this.#facts, retryAfterMs }, this.limit);
  }
}

/** OVERLOAD_LIMIT: the vendor's support has blocked the portal's REST by hand. Only they can undo it. */
export class BlockedError extends ResponseError {
  constructor(facts: ResponseFacts) {
    super(facts, {
      code: 'BITRIX24_BLOCKED',
      retryable: false,
      text: 'The REST of this portal was blocked by the support of Bitrix24',
    });
  }
}

/** 5xx. Of a call that changes something the outcome is unknown. */
export class ServerError extends ResponseError {
  constructor(facts: ResponseFacts) {
    super(facts, { code: 'BITRIX24_SERVER', retryable: true, text: 'Bitrix24 is out of order' });
  }
}
