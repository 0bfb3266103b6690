import { ALL_PERMISSIONS, type Permission } from '@domovoy/domain';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createExecutor } from '../execution/executor.ts';
import { guardSchema } from './guard-schema.ts';

const DIRECTIVES = `
  enum Permission { READ_SIGN_UPS READ_AUDIT BULK }
  scalar Phone
  directive @needs(permission: Permission!) repeatable on FIELD_DEFINITION | OBJECT
  directive @open on FIELD_DEFINITION
  directive @mayHoldPhones on FIELD_DEFINITION
`;
const TYPES = `
  type Row @needs(permission: READ_SIGN_UPS) { phone: Phone note: String @mayHoldPhones }
  type Page { nodes: [Row!]! pageInfo: String count: Int }
  type Other { any: Any rows: Page }
  union Any = Row | Other
  type Query { rows: Page other: Other @open both: Int @needs(permission: READ_AUDIT) @needs(permission: BULK) anys: [Any] @open }
`;
const row = { __typename: 'Row', phone: '79000000012', note: 'call +7 900 000-00-12' };
const resolvers = {
  Query: {
    rows: () => ({ nodes: [row], pageInfo: 'x', count: 1 }),
    other: () => ({ any: Promise.resolve(row), rows: { nodes: [row], count: 1 } }),
    both: () => 1,
    anys: async () => [{ __typename: 'Other' }, row, null],
  },
};
const guarded = (types: string) =>
  guardSchema(
    makeExecutableSchema({
      typeDefs: DIRECTIVES + types,
      resolvers,
      resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
    }),
  );

const schema = guarded(TYPES);
const executor = createExecutor(schema);
const QUERY = `{
  rows { count nodes { phone note } } other { any { __typename } rows { count } } both
  anys { __typename ... on Row { phone } }
}`;

async function bothExecutors(permissions: readonly Permission[]) {
  const logger = { error: () => {} };
  const context = { caller: { permissions: new Set(permissions) }, requestId: 'r', logger };
  const document = parse(QUERY);
  const operation = { document, operationName: null, variables: {}, context: context as never };
  const answers = [
    await executor.execute(operation),
    await execute({ schema, document, contextValue: context }),
  ].map(({ data, errors = [] }) => ({
    data: JSON.parse(JSON.stringify(data)) as unknown,
    errors: errors.map(({ path, message }) => `${path?.join('.')}: ${message}`).toSorted(),
  }));
  expect(answers[0]).toEqual(answers[1]);
  return answers[0];
}

describe('a guarded schema', () => {
  it('answers whoever may see all of it', async () => {
    expect(await bothExecutors([...ALL_PERMISSIONS])).toEqual({
      data: {
        rows: { count: 1, nodes: [{ phone: '79000000012', note: 'call +7 900 000-00-12' }] },
        other: { any: { __typename: 'Row' }, rows: { count: 1 } },
        both: 1,
        anys: [{ __typename: 'Other' }, { __typename: 'Row', phone: '79000000012' }, null],
      },
      errors: [],
    });
  });

  it('asks for every permission that a field, or what it gives, needs', async () => {
    expect(await bothExecutors(['READ_AUDIT'])).toEqual({
      data: {
        rows: null,
        other: { any: null, rows: null },
        both: null,
        anys: [{ __typename: 'Other' }, null, null],
      },
      errors: [
        'anys.1: This needs the permission READ_SIGN_UPS.',
        'both: This needs the permission BULK.',
        'other.any: This needs the permission READ_SIGN_UPS.',
        'other.rows: This needs the permission READ_SIGN_UPS.',
        'rows: This needs the permission READ_SIGN_UPS.',
      ],
    });
  });

  it('masks phones, and texts in which they may stand', async () => {
    expect(await bothExecutors(['READ_SIGN_UPS', 'READ_AUDIT', 'BULK'])).toMatchObject({
      data: { rows: { nodes: [{ phone: '*********12', note: 'call *********12' }] } },
      errors: [],
    });
  });

  it('does not start with a root field that says nothing', () => {
    expect(() => guarded('type Query { loose: Int }')).toThrow('Query.loose says neither @needs nor @open');
    expect(() => guarded('type Query { tight: Int @open }')).not.toThrow();
  });
});
