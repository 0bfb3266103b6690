import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';
import type { Admitted } from '../execution/admission.ts';
import type { Executor } from '../execution/executor.ts';

/** The context of an HTTP request: with what the gate let through, see admit-request.ts. */
export interface HttpContext extends Context {
  readonly admitted: Admitted;
}

type Gateway = ApolloServerOptionsWithGateway<HttpContext>['gateway'];

/** The HTTP side of GraphQL behind the gate. */
export function createApollo(schema: GraphQLSchema, executor: Executor): ApolloServer<HttpContext> {
  return new ApolloServer<HttpContext>({
    gateway: localGateway(schema, executor),
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
        // Not what Apollo read, which may be something else than the gate did.
        executor: async ({ context }) =>
          executor.execute({ ...(context as HttpContext).admitted, context: context as HttpContext }),
      };
    },
    stop: async () => {},
  };
}
