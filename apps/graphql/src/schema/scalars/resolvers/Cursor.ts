import { GraphQLScalarType, Kind } from 'graphql';
import { userInputError } from '../../../errors/public-error.ts';

function parse(value: unknown): string {
  if (typeof value !== 'string') throw userInputError('A cursor is a string.');
  return value;
}

/** Opaque text; whether it is one of ours is seen where it is used. */
export const Cursor = new GraphQLScalarType({
  name: 'Cursor',
  description: 'A place in the feed of changes. Opaque: give it back as `since` to go on where you stopped.',
  serialize: String,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
});
