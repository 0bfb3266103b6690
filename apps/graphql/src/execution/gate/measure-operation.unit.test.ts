import { makeExecutableSchema } from '@graphql-tools/schema';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { typeDefs } from '../../schema/typeDefs.generated.ts';
import { listSizes } from './list-sizes.ts';
import { fragmentsOf, measureOperation } from './measure-operation.ts';

const schema = buildSchema(`
  interface Machine { parts: [Part!]! }
  type Car implements Machine { parts: [Part!]! steps: Steps! }
  type Bike implements Machine { parts: [Part!]! }
  type Part { name: String }
  type Steps { parts: Part }
  type Train { parts: [Part!]! }
  union Vehicle = Car | Train
  type Query { car: Car machine: Machine vehicle: Vehicle cars(first: Int): [Car!]! }
  type Subscription { car: Bike }
`);
const sizes = listSizes(schema, { 'Car.parts': 1_000, 'Bike.parts': 2, 'Train.parts': 50 });

const values = (text: string, of = sizes) => {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new TypeError('no operation');
  return measureOperation(operation, fragmentsOf(document), {
    variables: {},
    maxSelections: 1_000,
    sizes: of,
  }).values;
};

describe('a list without a page counts', () => {
  it.each([
    ['as long as it may be', '{ car { parts { name } } }', 2 + 1_000],
    ['by the type that has it, another one not', '{ car { steps { parts { name } } } }', 4],
    ['in each row of a page', '{ cars(first: 3) { parts { name } } }', 1 + 3 + 3_000],
    ['of the root that is asked', 'subscription { car { parts { name } } }', 2 + 2],
    ['in a fragment, by what that is about', '{ vehicle { ... on Train { parts { name } } } }', 2 + 50],
    [
      'in a named fragment too, and in one that names no type',
      '{ vehicle { ...A } } fragment A on Car { ... @skip(if: false) { parts { name } } }',
      2 + 1_000,
    ],
    ['of an interface, as the longest', '{ machine { parts { name } } }', 2 + 1_000],
    [
      'of a type that nobody knows, as one',
      '{ nothing { parts { name } } car { none { parts { name } } } }',
      7,
    ],
  ])('%s', (_name, text, expected) => {
    expect(values(text)).toBe(expected);
  });
});

it('what only shares its name with a long list is not charged for it', () => {
  const own = listSizes(makeExecutableSchema({ typeDefs }));
  // An object per search, and two parts of each integration: by name they were 20 and 203.
  expect(values('{ search(text: "a", first: 20) { accounts { nodes { id } } } }', own)).toBe(
    1 + 20 + 20 + 20,
  );
  const health = '{ integrations { health { parts { state } } } }';
  expect(values(health, own)).toBe(1 + 100 + 100 + 200);
  // The control: those of the hub are many.
  expect(values('{ health { parts { state } } }', own)).toBe(1 + 1 + 203);
});
