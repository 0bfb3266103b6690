import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { sha256, trustDocuments } from '../execution/gate/trusted-documents.ts';
import { post, startApi, type TestApi } from '../testing/api.ts';
import { HOSTILE_DOCUMENTS } from '../testing/hostile-documents.ts';
import { openSocket, subscribe } from '../testing/socket.ts';
import type { Tenant } from '../testing/tenant.ts';

const VIEWER = '{ viewer { company { shortName } } }';
const INTROSPECTION = '{ __schema { queryType { name } } }';

let api: TestApi;
let demo: Tenant;
beforeAll(async () => {
  api = await startApi({ shell: { origins: ['https://console.example'] } });
  demo = await api.tenant('demo');
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

/** The errors of an operation that a socket refuses. */
async function overSocket({ wsUrl, key }: { wsUrl: string; key: string }, query: string, variables = {}) {
  const socket = openSocket(wsUrl, key);
  const subscription = subscribe(socket, query, variables);
  await subscription.ended;
  await socket.dispose();
  return subscription.errors.flat();
}

it.each(HOSTILE_DOCUMENTS)(
  '$name: refused over HTTP and over WebSocket alike, nothing executed',
  async ({ query, variables, code }) => {
    const extensions = { code, retryable: false, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) };
    const { status, data, errors } = await api.query(demo.key, query, variables);
    expect({ status, data }).toEqual({ status: 400, data: undefined });
    expect(errors.length).toBeGreaterThan(0);
    const refused = await overSocket({ wsUrl: api.wsUrl, key: demo.key }, query, variables);
    expect(refused).toHaveLength(errors.length);
    for (const error of [...errors, ...refused]) expect(error).toMatchObject({ extensions });
  },
);

it('every answer says what it cost', async () => {
  const cost = {
    requestedQueryCost: 1,
    actualQueryCost: 1,
    maximumAvailable: 20_000,
    throttleStatus: { currentlyAvailable: expect.any(Number), restoreRate: 1_000 },
  };
  const response = await fetch(api.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${demo.key}` },
    body: JSON.stringify({ query: VIEWER }),
  });
  expect(await response.json()).toMatchObject({ extensions: { cost } });
  const socket = openSocket(api.wsUrl, demo.key);
  for await (const answer of socket.iterate({ query: VIEWER }))
    expect(answer).toMatchObject({ extensions: { cost } });
  await socket.dispose();
});

describe('pages of other people', () => {
  const connect = (headers: Record<string, string>) => {
    const socket = new WebSocket(api.wsUrl, 'graphql-transport-ws', { headers });
    return new Promise<string>((resolve) => {
      socket.once('open', () => resolve('open'));
      socket.once('error', ({ message }) => resolve(message));
    }).finally(() => socket.terminate());
  };

  it('open no socket', async () => {
    expect(await connect({ origin: 'https://evil.example' })).toContain('403');
    expect(await connect({ origin: 'https://console.example' })).toBe('open');
    expect(await connect({ origin: new URL(api.url).origin })).toBe('open');
    expect(await connect({})).toBe('open');
  });

  it('are told nothing by the preflight, those that the setting names may come', async () => {
    const preflight = async (origin: string) => {
      const { status, headers } = await fetch(api.url, { method: 'OPTIONS', headers: { origin } });
      return { status, allowed: headers.get('access-control-allow-origin') };
    };
    expect(await preflight('https://evil.example')).toEqual({ status: 403, allowed: null });
    expect(await preflight('https://console.example')).toEqual({
      status: 204,
      allowed: 'https://console.example',
    });
  });

  it.each([
    ['text/plain', JSON.stringify({ query: VIEWER })],
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(VIEWER)}`],
    ['multipart/form-data; boundary=x', '--x--'],
  ])('send nothing that a form can send: %s', async (type, body) => {
    const response = await fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `Bearer ${demo.key}` },
      body,
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST', retryable: false, requestId: expect.any(String) } }],
    });
  });
});

it('operations are sent one at a time', async () => {
  const { status, errors } = await post(api.url, demo.key, [{ query: VIEWER }, { query: VIEWER }]);
  expect({ status, errors }).toMatchObject({
    status: 400,
    errors: [{ extensions: { code: 'BAD_REQUEST' } }],
  });
});

it('a mutation does not go over GET', async () => {
  const mutation = 'mutation { cancelJob(id: "x") { __typename } }';
  const response = await fetch(`${api.url}?query=${encodeURIComponent(mutation)}`, {
    headers: { authorization: `Bearer ${demo.key}`, 'apollo-require-preflight': '1' },
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(await response.text()).not.toContain('"data"');
});

it('a key that has used up its budget waits, over HTTP and over WebSocket; another one does not', async () => {
  await using poor = await startApi({ shell: { budget: { points: 3, pointsPerSecond: 0.001 } } });
  const first = await poor.tenant('first');
  const second = await poor.tenant('second');
  const answers = [];
  for (let i = 0; i < 4; i++) answers.push(await poor.query(first.key, VIEWER));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  const extensions = {
    code: 'THROTTLED',
    retryable: true,
    cost: { requestedQueryCost: 1, actualQueryCost: null, maximumAvailable: 3 },
  };
  expect(answers[3]?.errors).toMatchObject([{ extensions }]);
  expect(await overSocket({ wsUrl: poor.wsUrl, key: first.key }, VIEWER)).toMatchObject([{ extensions }]);
  expect((await poor.query(second.key, VIEWER)).status).toBe(200);
});

it('a closed shell shows no schema and executes the manifest only', async () => {
  const id = sha256(VIEWER);
  const trusted = trustDocuments({ [id]: VIEWER, [sha256(INTROSPECTION)]: INTROSPECTION }, { only: true });
  await using closed = await startApi({ shell: { introspection: false, trusted } });
  const tenant = await closed.tenant('demo');
  const key = await closed.key(tenant, { permissions: ['READ_CONVERSATIONS'] });
  const access = { wsUrl: closed.wsUrl, key };
  const byId = { extensions: { persistedQuery: { version: 1, sha256Hash: id } } };
  expect(await post(closed.url, key, byId)).toMatchObject({
    status: 200,
    data: { viewer: { company: { shortName: 'demo' } } },
  });
  const foreign = [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }];
  expect((await closed.query(key, '{ __typename }')).errors).toMatchObject(foreign);
  expect(await overSocket(access, '{ __typename }')).toMatchObject(foreign);
  const hidden = [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }];
  expect((await closed.query(key, INTROSPECTION)).errors.slice(0, 1)).toMatchObject(hidden);
  expect((await overSocket(access, INTROSPECTION)).slice(0, 1)).toMatchObject(hidden);
  const seeing = await closed.key(tenant, { permissions: ['SEE_SCHEMA'] });
  expect((await closed.query(seeing, INTROSPECTION)).errors).toEqual([]);
});
