import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { guardSchema } from '../access/guard-schema.ts';
import { describeShapes } from '../descriptions/describe-shapes.ts';
import { resolvers } from './resolvers.generated.ts';
import { typeDefs } from './typeDefs.generated.ts';

/** The schema with its resolvers, each behind what it says that it needs. */
export const createSchema = (): GraphQLSchema =>
  guardSchema(makeExecutableSchema({ typeDefs: describeShapes(typeDefs), resolvers }));
