import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../testing/api.ts';
import type { Tenant } from '../testing/tenant.ts';

const VIEWER = '{ viewer { company { shortName } } }';
const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

let api: TestApi;
let demo: Tenant;
beforeAll(async () => {
  api = await startApi();
  demo = await api.tenant('demo');
});
afterAll(() => api[Symbol.asyncDispose]());

async function ask(headers: Record<string, string>, body: object | null, path = '') {
  const response = await fetch(`${api.url}${path}`, {
    method: body === null ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${demo.key}`,
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === null ? {} : { body: JSON.stringify(body) }),
  });
  const { status } = response;
  const answer = (await response.json()) as Record<string, any>;
  return {
    status,
    type: response.headers.get('content-type'),
    cacheControl: response.headers.get('cache-control'),
    answer,
  };
}

describe('the type of an answer is the one that is accepted', () => {
  test.each([
    ['*/*', JSON_TYPE],
    ['application/*', JSON_TYPE],
    ['application/json', JSON_TYPE],
    ['text/html, */*;q=0.1', JSON_TYPE],
    ['application/graphql-response+json', GRAPHQL_TYPE],
    ['application/graphql-response+json;charset=utf-8', GRAPHQL_TYPE],
    ['application/graphql-response+json, application/json;q=0.9', GRAPHQL_TYPE],
    ['application/json;q=0.5, application/graphql-response+json;q=0.4', JSON_TYPE],
    ['application/json;q=0, */*', GRAPHQL_TYPE],
  ])('%s', async (accept, type) => {
    const { answer, ...rest } = await ask({ accept }, { query: VIEWER });
    expect(rest).toEqual({ status: 200, type, cacheControl: 'no-store' });
    expect(answer['data']).toEqual({ viewer: { company: { shortName: 'demo' } } });
  });

  test.each(['text/html', 'application/json;q=0', 'image/*'])(
    '%s: none, and nothing is executed',
    async (accept) => {
      const { status, answer } = await ask({ accept }, { query: VIEWER });
      expect({ status, data: answer['data'] }).toEqual({ status: 406, data: undefined });
      expect(answer['errors'][0].extensions).toMatchObject({
        code: 'BAD_REQUEST',
        requestId: expect.any(String),
      });
    },
  );
});

describe('the status of an answer', () => {
  test('is 200 when something was executed, with errors too', async () => {
    const { status, answer } = await ask({}, { query: '{ conversations(first: 1000) { nodes { id } } }' });
    expect({ status, data: answer['data'] }).toEqual({ status: 200, data: null });
    expect(answer['errors']).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('is 400 when the variables do not fit', async () => {
    const { status, answer } = await ask({}, { query: 'query Q($id: ID!) { conversation(id: $id) { id } }' });
    expect({ status, data: answer['data'] }).toEqual({ status: 400, data: undefined });
    expect(answer['errors']).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

test('every answer says what it cost', async () => {
  const { answer } = await ask({}, { query: VIEWER });
  expect(answer['extensions']['cost']).toMatchObject({ requestedQueryCost: 1, actualQueryCost: 1 });
});

describe('a GET', () => {
  const path = `?query=${encodeURIComponent(VIEWER)}`;

  test('is answered when no form could have sent it', async () => {
    const { status, answer } = await ask({ 'apollo-require-preflight': '1' }, null, path);
    expect({ status, data: answer['data'] }).toMatchObject({ status: 200, data: { viewer: {} } });
  });

  test('has no body of another type than JSON', async () => {
    const headers = { 'apollo-require-preflight': '1', 'content-type': 'text/plain' };
    expect(await ask(headers, null, path)).toMatchObject({
      status: 415,
      answer: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    });
  });
});
