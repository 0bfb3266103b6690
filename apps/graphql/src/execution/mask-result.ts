import { type ExecutionResult, GraphQLError, Kind } from 'graphql';
import type { Context } from '../context.ts';
import { maskError } from '../errors/mask-error.ts';

/** As it may leave the house: each error under the id of the request, what went wrong inside in the log alone. */
export function maskResult(result: ExecutionResult, { requestId, logger }: Context): ExecutionResult {
  if (!result.errors?.length) return result;
  const errors = result.errors.map((error) => {
    // Nothing was executed: the variables do not fit their types. A scalar's own refusal stands behind such an error.
    const isVariables =
      !('data' in result) &&
      error.extensions?.['code'] === undefined &&
      (!error.originalError || error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION);
    const { error: shown, hidden } = maskError(isVariables ? asUserInput(error) : error, requestId);
    if (hidden)
      logger.error({ event: 'operation-failed', requestId, path: error.path?.join('.'), err: hidden });
    return shown;
  });
  return { ...result, errors };
}

const asUserInput = (error: GraphQLError) => {
  const { locations } = error;
  const shown = new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT', retryable: false } });
  if (locations) Object.defineProperty(shown, 'locations', { value: locations, enumerable: true });
  return shown;
};

export const asGraphQLError = (error: unknown) =>
  new GraphQLError('failed', { originalError: error instanceof Error ? error : new Error(String(error)) });
