import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { LIMITS } from '../execution/gate/limits.ts';
import { post, startApi, type TestApi } from '../testing/api.ts';
import { eventually } from '../testing/eventually.ts';
import { openSocket, subscribe } from '../testing/socket.ts';
import type { Tenant } from '../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
beforeAll(async () => {
  api = await startApi({ rememberKeysMs: 100 });
  demo = await api.tenant('demo');
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

const INTROSPECTION = '{ __schema { types { name } } }';
const nested = (depth: number) =>
  `{ conversations(first: 1) { nodes { messages(first: 1) { nodes { ${'conversation { messages(first: 1) { nodes { '.repeat(depth)}id${' } } }'.repeat(depth)} } } } } }`;

describe('without a good key', () => {
  it.each([
    ['none', null],
    ['a malformed one', 'hello'],
    ['one that nobody has', `dmv_dev_${'a'.repeat(12)}_${'a'.repeat(48)}`],
  ])('%s: everything is answered with 401, introspection too', async (_name, key) => {
    for (const query of [INTROSPECTION, '{ companies { name } }', 'no GraphQL at all'])
      expect(await post(api.url, key, { query })).toMatchObject({
        status: 401,
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
    const get = await fetch(`${api.url}?query=${encodeURIComponent(INTROSPECTION)}`);
    expect(get.status).toBe(401);
    expect(get.headers.get('www-authenticate')).toContain('Bearer');
  });

  it('a right id with a wrong secret is no key', async () => {
    const [, , publicId] = demo.key.split('_');
    expect(
      (await post(api.url, `dmv_dev_${publicId}_${'0'.repeat(48)}`, { query: '{ __typename }' })).status,
    ).toBe(401);
  });

  it('a socket that subscribes before it said who it is is closed with 4401', async () => {
    const socket = new WebSocket(api.wsUrl, 'graphql-transport-ws');
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.once('open', () =>
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } })),
    );
    expect(await closed).toBe(4401);
  });
});

describe('with a key', () => {
  it('both headers work, and its use is noted', async () => {
    const response = await fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': demo.key },
      body: JSON.stringify({ query: '{ viewer { company { shortName } } }' }),
    });
    expect(await response.json()).toMatchObject({ data: { viewer: { company: { shortName: 'demo' } } } });
    const [row] = await api.store.run<{ used: boolean }>(
      'select last_used_at is not null as used from api_keys where id = $1',
      [demo.apiKeyId],
    );
    expect(row?.used).toBe(true);
  });

  it('queries go over GET only with a header that no form can send', async () => {
    const url = `${api.url}?query=${encodeURIComponent('{ viewer { company { name } } }')}`;
    const headers = { authorization: `Bearer ${demo.key}` };
    expect((await fetch(url, { headers })).status).toBe(400);
    expect((await fetch(url, { headers: { ...headers, 'apollo-require-preflight': '1' } })).status).toBe(200);
  });

  it('queries work over the socket as well', async () => {
    const socket = openSocket(api.wsUrl, demo.key);
    const answers = [];
    for await (const answer of socket.iterate({ query: '{ viewer { company { shortName } } }' }))
      answers.push(answer);
    expect(answers).toMatchObject([{ data: { viewer: { company: { shortName: 'demo' } } } }]);
    await socket.dispose();
  });

  it('subscriptions over HTTP are told where to go', async () => {
    const { status, errors } = await api.query(demo.key, 'subscription { messageAdded { __typename } }');
    expect({ status, errors }).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('graphql-ws'), extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});

describe('limits', () => {
  const fragments = (count: number) =>
    `{ ...F0 } ${Array.from({ length: count }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F${count} on Query { __typename }`;
  const TOO_LARGE: [name: string, query: string, code: string, variables?: Record<string, unknown>][] = [
    ['depth', nested(6), 'QUERY_TOO_LARGE'],
    [
      'aliases',
      `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: viewer { feedCursor }`).join(' ')} }`,
      'QUERY_TOO_LARGE',
    ],
    ['repeated __typename', `{ viewer { ${'__typename '.repeat(600)} } }`, 'QUERY_TOO_LARGE'],
    ['fragments that multiply', fragments(30), 'QUERY_TOO_LARGE'],
    [
      'nested pages given by variables',
      'query ($n: Int!) { conversations(first: $n) { nodes { messages(first: $n) { nodes { id conversation { messages(first: $n) { nodes { id } } } } } } } }',
      'QUERY_TOO_LARGE',
      { n: 100 },
    ],
    [
      'lists without a page, with pages in them',
      '{ entrances(first: 100) { nodes { services { serviceConnections(first: 100) { nodes { id } } } } } }',
      'QUERY_TOO_LARGE',
    ],
    ['tokens', `{ viewer { ${'feedCursor '.repeat(2_100)} } }`, 'GRAPHQL_PARSE_FAILED'],
    ['documents of 5,000 levels', `${'{ a '.repeat(5_000)}${'}'.repeat(5_000)}`, 'GRAPHQL_PARSE_FAILED'],
    [
      'introspection in circles',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ];

  it.each(TOO_LARGE)(
    '%s: refused over HTTP and over WebSocket alike',
    async (_name, query, code, variables) => {
      const overHttp = await api.query(demo.key, query, variables);
      expect(overHttp).toMatchObject({ status: 400, errors: [{ extensions: { code } }] });
      const socket = openSocket(api.wsUrl, demo.key);
      const subscription = subscribe(socket, query, variables);
      await subscription.ended;
      expect(subscription.errors.flat()).toMatchObject([{ extensions: { code } }]);
      await socket.dispose();
    },
  );

  it('a body that is too long is not read', async () => {
    const { status, errors } = await post(api.url, demo.key, {
      query: '{ __typename }',
      padding: 'x'.repeat(LIMITS.bodyBytes),
    });
    expect({ status, errors }).toMatchObject({
      status: 413,
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
    const socket = openSocket(api.wsUrl, demo.key);
    const subscription = subscribe(socket, `{ __typename } #${'x'.repeat(LIMITS.bodyBytes)}`);
    await subscription.ended;
    expect(subscription.errors).toMatchObject([{ code: 1009 }]);
  });

  it('what is no JSON, and a variable of the wrong type, are the caller’s errors', async () => {
    expect(await post(api.url, demo.key, '{')).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
    const wrong = await api.query(demo.key, 'query ($n: Int!) { signUps(first: $n) { nodes { id } } }', {
      n: 'x',
    });
    expect(wrong).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('more than 100 operations on one socket are refused', async () => {
    const socket = openSocket(api.wsUrl, demo.key);
    const open = Array.from({ length: 101 }, () =>
      subscribe(socket, 'subscription { messageAdded { __typename cursor } }'),
    );
    await eventually(() => expect(open.flatMap((one) => one.errors).flat()).toHaveLength(1));
    expect(open.flatMap((one) => one.errors).flat()).toMatchObject([
      { extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } },
    ]);
    await socket.dispose();
  });

  it('a body that never ends is cut off', { timeout: 20_000 }, async () => {
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    const ended = new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.on('close', () => resolve(text));
    });
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${demo.key}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"query"`,
    );
    expect(await ended).toMatch(/^HTTP\/1.1 408/);
  });
});

describe('routes without a key', () => {
  it('tell how it is, and where to go', async () => {
    const get = async (path: string) => {
      const response = await fetch(new URL(path, api.url));
      return { status: response.status, text: await response.text() };
    };
    expect(await get('/healthz')).toMatchObject({ status: 200 });
    expect(await get('/readyz')).toMatchObject({ status: 200 });
    expect((await get('/metrics')).text).toContain('domovoy_websockets');
    expect((await get('/')).text).toContain('/graphql');
    expect(await get('/nothing')).toMatchObject({ status: 404 });
  });
});
