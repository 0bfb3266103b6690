import { GraphQLScalarType, Kind } from 'graphql';
import { userInputError } from '../../../errors/public-error.ts';

const DECIMAL = /^-?\d{1,30}(\.\d{1,10})?$/;

function parse(value: unknown): string {
  if (typeof value !== 'string' || !DECIMAL.test(value))
    throw userInputError('A decimal is written as text: digits, and a point before its decimals.');
  return value;
}

/** Text from the database to the client: a number of JavaScript would change some amounts. */
export const Decimal = new GraphQLScalarType({
  name: 'Decimal',
  description: 'An exact decimal number as text, for example `-123.40`: amounts of money.',
  serialize: String,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
});
