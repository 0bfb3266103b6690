import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readPresent } from '../changelog/files.ts';
import { createSchema } from '../schema/create-schema.ts';
import { described } from './described.ts';
import type { Rule } from './members.ts';
import { naming } from './naming.ts';
import { nullability } from './nullability.ts';
import { deprecations, mutations, subscriptions } from './operations.ts';

const RULES: Readonly<Record<string, Rule>> = {
  naming,
  described,
  nullability,
  mutations,
  subscriptions,
  deprecations,
};

describe('the committed schema', () => {
  it.each(Object.entries(RULES))('keeps the rule: %s', (_name, rule) => {
    expect(rule(readPresent())).toEqual([]);
  });

  it('says what the API says: every description is in both', () => {
    expect(described(createSchema())).toEqual([]);
  });
});

describe('control: the rule', () => {
  const told = (rule: Rule, text: string) => rule(buildSchema(text));

  it('of names finds other spellings and endings', () => {
    expect(
      told(
        naming,
        `interface UserError { code: Int } type Gone { code: Int } type LostError { a_b: Int blocked: Boolean }
         type Missing implements UserError { code: Int } input Filter { Name: Int } enum State { open }
         type RowPage { pageInfo: Int edges: Int }`,
      ),
    ).toEqual([
      expect.stringContaining('LostError: what implements'),
      expect.stringContaining('LostError.a_b'),
      expect.stringContaining('LostError.blocked: a Boolean'),
      expect.stringContaining('Missing: what implements'),
      expect.stringContaining('Filter: inputs'),
      expect.stringContaining('Filter.Name'),
      expect.stringContaining('State.open'),
      expect.stringContaining('RowPage: a page has'),
    ]);
  });

  it('of descriptions finds what has none, arguments too', () => {
    const text = `"A." type A { "F." f("G." g: Int, h: Int): Int i: Int } enum E { V }`;
    expect(told(described, text)).toEqual([
      'A.f.h: it is not described',
      'A.i: it is not described',
      'E: it is not described',
      'E.V: it is not described',
    ]);
  });

  it('of nulls finds lists that hold some, long lists that have no pages, and a third answer to a question', () => {
    // `roles` is short at the root, `problems` only elsewhere.
    const text = `type Row { id: ID! } type Query { texts: [String]! problems: [Row!]! roles: [Row!]! paged(first: Int): [Row!]!
      isOld: Boolean "Null: not known." isNew: Boolean }`;
    expect(told(nullability, text)).toEqual([
      'Query.texts: a list holds no nulls',
      expect.stringContaining('Query.problems: a list of objects is a connection'),
      'Query.isOld: nobody says what its null means',
    ]);
  });

  it('of mutations finds other arguments, results and missing keys', () => {
    const text = `interface UserError { code: Int } type NotFoundError implements UserError { code: Int }
      type Delivery { id: ID! } type Odd { id: ID! } type SendPayload { delivery: Delivery } input SendInput { id: ID! }
      union SendResult = SendPayload | NotFoundError | Odd input KeepInput { idempotencyKey: ID } type KeepPayload { id: ID! }
      union KeepResult = KeepPayload | NotFoundError
      type Mutation { send(input: SendInput!): SendResult! keep(input: KeepInput!): KeepResult! drop(id: ID!): Boolean! }`;
    expect(told(mutations, text)).toEqual([
      'Mutation.send: Odd in its result is no UserError',
      expect.stringContaining('Mutation.send: its effect leaves the house'),
      'Mutation.keep: idempotencyKey is an ID!',
      expect.stringContaining('Mutation.keep: an idempotencyKey and an IdempotencyConflictError'),
      expect.stringContaining('Mutation.drop: its only argument'),
      expect.stringContaining('Mutation.drop: it answers DropResult!'),
    ]);
  });

  it('of subscriptions finds those that cannot be resumed', () => {
    const text = `type Gap { since: ID } interface RowEvent { cursor: ID } type Row implements RowEvent { cursor: ID }
      type Subscription { rowChanged: RowEvent! told(since: ID): Gap }`;
    expect(told(subscriptions, text)).toEqual([
      'Subscription.rowChanged: it goes on from since: Cursor',
      'Subscription.rowChanged: Gap is no RowEvent',
      'Subscription.rowChanged: Heartbeat is no RowEvent',
      'Subscription.told: it goes on from since: Cursor',
      'Subscription.told: it tells of an interface …Event!',
    ]);
  });

  it('of deprecations finds those that do not say what to use, and until when', () => {
    const text = `type Query { a: Int @deprecated b(c: Int @deprecated(reason: "Use d. Removal 2027-06-01")): Int }`;
    expect(told(deprecations, text)).toEqual([expect.stringContaining('Query.a: a deprecation says')]);
  });
});
