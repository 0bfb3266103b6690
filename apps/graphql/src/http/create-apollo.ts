import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Context } from '../context.ts';
import { PublicError } from '../errors/public-error.ts';
import type { Executor } from '../execution/executor.ts';
import { refuseTooLarge } from '../execution/limits.ts';
import { PARSE_OPTIONS } from '../execution/parse-operation.ts';

type Gateway = ApolloServerOptionsWithGateway<Context>['gateway'];

/** Everything but the execution itself: parsing, validation, the HTTP side of GraphQL, CSRF prevention. */
export function createApollo(schema: GraphQLSchema, executor: Executor): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: localGateway(schema, executor),
    parseOptions: PARSE_OPTIONS,
    persistedQueries: false,
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted) => {
      // Ours are masked where they arise; anything else with this code is a failure inside the server.
      if (formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR') return formatted;
      return {
        message: 'Something went wrong on our side.',
        extensions: { code: 'INTERNAL', retryable: false },
      };
    },
    plugins: [
      // Instruments every field: +43 % operations/s without it at 50 rows.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      operationGuard,
    ],
  });
}

/**
 * Apollo takes another executor than graphql-js only from a "gateway". This one gives it our schema and the compiled
 * queries, nothing is federated.
 */
function localGateway(schema: GraphQLSchema, executor: Executor): Gateway {
  let onSchema: Parameters<Gateway['onSchemaLoadOrUpdate']>[0] = () => {};
  return {
    onSchemaLoadOrUpdate: (listener) => {
      onSchema = listener;
      return () => {};
    },
    load: async () => {
      onSchema({ apiSchema: schema, coreSupergraphSdl: '' });
      return {
        executor: async ({ document, request, context }) =>
          executor.execute({
            document,
            operationName: request.operationName,
            variables: request.variables,
            context: context as Context,
          }),
      };
    },
    stop: async () => {},
  };
}

/** Per operation, not per field: a plugin that looks at fields would undo what compiling gains. */
const operationGuard: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, request }) => {
      if (operation?.operation === OperationTypeNode.SUBSCRIPTION)
        throw badRequest(new GraphQLError('Subscriptions go over WebSocket (graphql-ws), on the same path.'));
      try {
        refuseTooLarge(document, request.operationName, request.variables);
      } catch (error) {
        throw error instanceof PublicError ? badRequest(error) : error;
      }
    },
  }),
};

/** Without a status of its own an error at this point would be HTTP 500. */
const badRequest = (error: GraphQLError) =>
  new GraphQLError(error.message, {
    extensions: { code: 'BAD_REQUEST', ...error.extensions, http: { status: 400 } },
  });
