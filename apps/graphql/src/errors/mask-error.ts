import { DomovoyError } from '@domovoy/models';
import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { PublicError } from './public-error.ts';

/** Codes of requests that are no valid GraphQL; they say nothing about our inside. */
const HARMLESS_CODES: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Error codes of other packages that mean: the caller gave us something wrong. */
const CALLERS_FAULT: Readonly<Record<string, string>> = {
  INVALID_KEY: 'The cursor is not one of this list.',
  INVALID_CURSOR: 'The cursor is not one of the feed: give back one that an event carried.',
};

export interface MaskedError {
  readonly error: GraphQLError;
  /** Not meant for the client: to be logged under the request's id. */
  readonly hidden: unknown;
}

/**
 * What a client may know of an error. Wrong input keeps its message; an outage becomes SERVICE_UNAVAILABLE, which is
 * worth a retry; everything else becomes INTERNAL with the id under which the log tells more.
 */
export function maskError(error: GraphQLError, requestId: string): MaskedError {
  const cause = innermost(error);
  if (cause instanceof PublicError)
    return { error: located(error, cause.message, { ...cause.extensions, requestId }), hidden: null };
  if (cause === error && HARMLESS_CODES.has(error.extensions?.['code'])) {
    const extensions = { retryable: false, ...error.extensions, requestId };
    return { error: located(error, error.message, extensions), hidden: null };
  }
  if (cause instanceof DomovoyError) {
    const message = CALLERS_FAULT[cause.code];
    if (message !== undefined) {
      const extensions = { code: 'BAD_USER_INPUT', retryable: false, requestId };
      return { error: located(error, message, extensions), hidden: null };
    }
    if (cause.retryable) return { error: located(error, ...unavailable(requestId)), hidden: cause };
  }
  const extensions = { code: 'INTERNAL', retryable: false, requestId };
  return { error: located(error, 'Something went wrong on our side.', extensions), hidden: cause };
}

function unavailable(requestId: string): [string, GraphQLErrorExtensions] {
  const extensions = { code: 'SERVICE_UNAVAILABLE', retryable: true, requestId };
  return ['The service is not available at the moment. Try again.', extensions];
}

/** Executors wrap what a resolver threw, some of them twice. */
function innermost(error: GraphQLError): Error {
  let inner: Error = error;
  while (!(inner instanceof PublicError) && inner instanceof GraphQLError && inner.originalError)
    inner = inner.originalError;
  return inner;
}

/** The same place in the answer, with nothing of the original error behind it. */
const located = (error: GraphQLError, message: string, extensions: GraphQLErrorExtensions): GraphQLError => {
  const { locations, path } = error;
  const masked = new GraphQLError(message, { extensions, ...(path ? { path } : {}) });
  if (locations) Object.defineProperty(masked, 'locations', { value: locations, enumerable: true });
  return masked;
};
