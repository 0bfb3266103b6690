import { Phone as PhoneNumber } from '@domovoy/models';
import { GraphQLScalarType, Kind } from 'graphql';
import { userInputError } from '../../../errors/public-error.ts';

function parse(value: unknown): string {
  const phone =
    typeof value === 'string' && value.startsWith('+') ? PhoneNumber.safeParse(value).data : undefined;
  if (phone === undefined) throw userInputError('A phone is written `+7` and ten more digits.');
  return phone;
}

/** Stored as 11 digits from 7…, shown in E.164. */
export const Phone = new GraphQLScalarType({
  name: 'Phone',
  description: 'A phone in E.164 with its plus: `+79000000000`.',
  serialize: (value) => `+${String(value)}`,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
});
