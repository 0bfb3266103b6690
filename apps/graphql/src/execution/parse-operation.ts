import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LIMITS } from './limits.ts';

export const PARSE_OPTIONS = { maxTokens: LIMITS.tokens } as const;

/** For the WebSocket what Apollo does for HTTP. Throws, or gives the errors, in the form that clients know from there. */
export function parseOperation(
  schema: GraphQLSchema,
  source: unknown,
): DocumentNode | readonly GraphQLError[] {
  if (typeof source !== 'string')
    return [withCode(new GraphQLError('`query` has to be a string.'), 'BAD_REQUEST')];
  let document: DocumentNode;
  try {
    document = parse(source, PARSE_OPTIONS);
  } catch (error) {
    if (error instanceof GraphQLError) return [withCode(error, 'GRAPHQL_PARSE_FAILED')];
    throw error;
  }
  const errors = validate(schema, document, specifiedRules);
  return errors.length === 0 ? document : errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  error.extensions['code'] = code;
  return error;
}
