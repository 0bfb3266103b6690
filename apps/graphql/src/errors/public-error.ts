import { GraphQLError } from 'graphql';

/** What a client may branch on. Apollo adds its own for texts that are no valid GraphQL. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'INTERNAL'
  | 'QUERY_TIMEOUT'
  | 'QUERY_TOO_LARGE'
  | 'SERVICE_UNAVAILABLE'
  | 'TOO_MANY_SUBSCRIPTIONS'
  | 'UNAUTHENTICATED';

/** An error whose message and code are meant for the client. Every other error is masked. */
export class PublicError extends GraphQLError {
  constructor(message: string, { code, retryable = false }: { code: ErrorCode; retryable?: boolean }) {
    super(message, { extensions: { code, retryable } });
  }
}

/** The caller's arguments make no sense, now or later. */
export const userInputError = (message: string) => new PublicError(message, { code: 'BAD_USER_INPUT' });
