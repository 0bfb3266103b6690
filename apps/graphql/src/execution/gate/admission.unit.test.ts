import { ALL_PERMISSIONS } from '@domovoy/domain';
import { Budgets } from '@domovoy/service-kit';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { typeDefs } from '../../schema/typeDefs.generated.ts';
import { HOSTILE_DOCUMENTS } from '../../testing/hostile-documents.ts';
import { createAdmission, type OperationRequest } from './admission.ts';
import { sha256, trustDocuments } from './trusted-documents.ts';

const schema = makeExecutableSchema({ typeDefs });
const caller = { companyId: 1n, actor: 'api-key:test', permissions: ALL_PERMISSIONS, session: null };
const PAGE = '{ conversations(first: 50) { nodes { id state messages(last: 1) { nodes { text } } } } }';

const gate = ({ seesSchema = true, points = 20_000, texts = {}, only = false } = {}) => {
  const admit = createAdmission(schema, {
    budgets: new Budgets({ points, pointsPerSecond: 10, now: () => 0 }),
    maySeeSchema: () => seesSchema,
    trusted: trustDocuments(texts, { only }),
  });
  return (request: OperationRequest) => {
    const admitted = admit(request, caller);
    if ('node' in admitted) return { admitted, codes: [], messages: [] };
    return {
      admitted: null,
      codes: [...new Set(admitted.map(({ extensions }) => extensions['code']))],
      messages: admitted.map(({ message }) => message),
    };
  };
};

describe('hostile documents', () => {
  it('are 25 at least', () => expect(HOSTILE_DOCUMENTS.length).toBeGreaterThanOrEqual(25));

  it.each(HOSTILE_DOCUMENTS)('$name: $code', ({ query, variables, code }) => {
    expect(gate()({ query, variables }).codes).toEqual([code]);
  });

  it('control: what front-ends ask for is let through, the introspection of their tools too', () => {
    for (const query of [PAGE, getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true })])
      expect(gate()({ query }).messages).toEqual([]);
  });

  it('no more problems are told than anybody reads', () => {
    const [unknown] = HOSTILE_DOCUMENTS.filter(({ name }) => name === 'unknown fields');
    expect(gate()({ query: unknown?.query }).messages.length).toBeLessThan(20);
  });
});

it('a document that is known is judged again with other variables', () => {
  const admit = gate();
  const query =
    'query ($n: Int!) { conversations(first: $n) { nodes { messages(first: $n) { nodes { id conversation { messages(first: $n) { nodes { id } } } } } } } }';
  expect(admit({ query, variables: { n: 2 } }).codes).toEqual([]);
  expect(admit({ query, variables: { n: 100 } }).codes).toEqual(['QUERY_TOO_LARGE']);
});

it('only one who may see the schema is told what he may have meant', () => {
  const request = { query: '{ conversation(id: "x") { stat } }' };
  expect(gate({ seesSchema: true })(request).messages.join()).toContain('Did you mean');
  expect(gate({ seesSchema: false })(request).messages.join()).not.toContain('Did you mean');
  const introspection = { query: '{ __schema { queryType { name } } }' };
  expect(gate({ seesSchema: true })(introspection).codes).toEqual([]);
  expect(gate({ seesSchema: false })(introspection).codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  expect(gate({ seesSchema: false })({ query: '{ __typename }' }).codes).toEqual([]);
});

it('a key that has nothing left is told what the operation costs and when to come again', () => {
  const admit = gate({ points: 12 });
  const query = '{ conversations(first: 100) { nodes { id text: id kind: id } } }';
  expect(admit({ query }).admitted?.charge.requested).toBe(5);
  expect(admit({ query }).codes).toEqual([]);
  const refused = admit({ query });
  expect(refused.codes).toEqual(['THROTTLED']);
  expect(refused.messages).toEqual(['The operation costs 5 points, and 2 are left. Try again in 1 s.']);
});

it('the field below which most is asked for is known, for the case that it takes too long', () => {
  expect(gate()({ query: PAGE }).admitted?.heaviestField).toBe('conversations.nodes');
});

it('what the answer did not need comes back', () => {
  const { admitted } = gate({ points: 100 })({ query: PAGE });
  const requested = admitted?.charge.requested ?? 0;
  const cost = admitted?.charge.settle({ data: { conversations: { nodes: [] } } });
  expect(requested).toBeGreaterThan(1);
  expect(cost).toEqual({
    requestedQueryCost: requested,
    actualQueryCost: 1,
    maximumAvailable: 100,
    throttleStatus: { currentlyAvailable: 99, restoreRate: 10 },
  });
});

describe('trusted documents', () => {
  const id = sha256(PAGE);
  const byId = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

  it('are executed by their id', () => {
    const admit = gate({ texts: { [id]: PAGE } });
    expect(admit(byId(id)).codes).toEqual([]);
    expect(admit(byId(sha256('x'))).codes).toEqual(['DOCUMENT_NOT_FOUND']);
  });

  it('are the only ones where that is wanted', () => {
    const admit = gate({ texts: { [id]: PAGE }, only: true });
    expect(admit({ query: PAGE }).codes).toEqual([]);
    expect(admit(byId(id)).codes).toEqual([]);
    expect(admit({ query: '{ __typename }' }).codes).toEqual(['DOCUMENT_NOT_TRUSTED']);
    expect(admit({ query: '{ __typename }', ...byId(id) }).codes).toEqual(['DOCUMENT_NOT_TRUSTED']);
  });

  it('have to be what their id says', () => {
    expect(() => trustDocuments({ [id]: `${PAGE} ` }, { only: true })).toThrow(/sha256/);
  });
});

it('what is no operation at all is told so', () => {
  const admit = gate();
  expect(admit({}).codes).toEqual(['BAD_REQUEST']);
  expect(admit({ query: 1 }).codes).toEqual(['BAD_REQUEST']);
  expect(admit({ query: PAGE, variables: [1] }).codes).toEqual(['BAD_REQUEST']);
  expect(admit({ query: PAGE, operationName: 1 }).codes).toEqual(['BAD_REQUEST']);
  expect(admit({ query: PAGE, operationName: 'Other' }).codes).toEqual(['OPERATION_RESOLUTION_FAILURE']);
});
