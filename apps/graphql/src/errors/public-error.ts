import { GraphQLError } from 'graphql';

/** What a client may branch on. */
export type ErrorCode =
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

interface About {
  readonly code: ErrorCode;
  readonly retryable?: boolean;
  /** Further extensions. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** An error whose message and code are meant for the client. Every other error is masked. */
export class PublicError extends GraphQLError {
  constructor(message: string, { code, retryable = false, more = {} }: About) {
    super(message, { extensions: { code, retryable, ...more } });
  }
}

/** The caller's arguments make no sense, now or later. */
export const userInputError = (message: string) => new PublicError(message, { code: 'BAD_USER_INPUT' });
