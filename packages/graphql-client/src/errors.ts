import { DomovoyError, type DomovoyErrorOptions } from '@domovoy/models';

/** The codes of exceptions that the API has today (docs/api/limits.md). Further ones may come. */
export type ApiErrorCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'DOCUMENT_NOT_FOUND'
  | 'DOCUMENT_NOT_TRUSTED'
  | 'FORBIDDEN'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'INTERNAL'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'QUERY_TIMEOUT'
  | 'QUERY_TOO_LARGE'
  | 'SERVICE_UNAVAILABLE'
  | 'THROTTLED'
  | 'TOO_MANY_SUBSCRIPTIONS'
  | 'UNAUTHENTICATED';

/** An error of an answer, as GraphQL writes it. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface ApiErrorOptions extends Omit<DomovoyErrorOptions, 'code' | 'retryable' | 'meta'> {
  readonly status: number | null;
  readonly data?: unknown;
}

/** The API answered that it did not do it: branch on `code`. */
export class ApiError extends DomovoyError {
  /** All of them; `code` and message are the first one's. */
  readonly errors: readonly AnswerError[];
  /** What was answered besides: some fields of a query may be there. */
  readonly data: unknown;
  /** Null: over a socket. */
  readonly status: number | null;
  /** By which the API's log knows the request. */
  readonly requestId: string | null;

  constructor(errors: readonly AnswerError[], { status, data, ...options }: ApiErrorOptions) {
    const [first] = errors;
    const extensions = first?.extensions ?? {};
    const requestId = textOr(extensions['requestId'], null);
    super(first?.message ?? 'The API refused without a reason.', {
      ...options,
      code: textOr(extensions['code'], 'INTERNAL'),
      retryable: errors.some((error) => error.extensions?.['retryable'] === true) || status === 429,
      meta: { status, requestId },
    });
    this.errors = errors;
    this.data = data ?? null;
    this.status = status;
    this.requestId = requestId;
  }
}

const textOr = <Other extends string | null>(value: unknown, other: Other): string | Other =>
  typeof value === 'string' ? value : other;

/** Is it one of the API's, with this code? */
export const isApiError = (error: unknown, code?: ApiErrorCode): error is ApiError =>
  error instanceof ApiError && (code === undefined || error.code === code);

/** The API was not reached, or its answer did not arrive: `CONNECTION_FAILED`, `TIMEOUT`, `ANSWER_UNREADABLE`. */
export class ConnectionError extends DomovoyError {
  constructor(message: string, options: Omit<DomovoyErrorOptions, 'retryable'>) {
    super(message, { ...options, retryable: true });
  }
}

/** A mutation did nothing, for a reason about which the caller can do something: `code` is its `UserErrorCode`. */
export class RefusedError<Result> extends DomovoyError {
  /** The member of the result union, with what was selected of it. */
  readonly result: Result;

  constructor(message: string, { code, result }: { code: string; result: Result }) {
    super(message, { code });
    this.result = result;
  }
}
