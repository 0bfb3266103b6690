import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startApi, type TestApi } from '../testing/api.ts';
import { eventually } from '../testing/eventually.ts';
import type { Tenant } from '../testing/tenant.ts';

const VIEWER = '{ viewer { company { shortName } } }';
const WRONG = `dmv_dev_${'a'.repeat(12)}_${'a'.repeat(48)}`;

let behindProxy: TestApi;
let open: TestApi;
let demo: Tenant;
beforeAll(async () => {
  behindProxy = await startApi({ shell: { trustedProxies: ['loopback'], socketsPerCaller: 2 } });
  open = await startApi({ databaseUrl: behindProxy.databaseUrl });
  demo = await behindProxy.tenant('demo');
});
afterAll(async () => {
  await open[Symbol.asyncDispose]();
  await behindProxy[Symbol.asyncDispose]();
});

async function ask({ url }: TestApi, key: string, forwardedFor?: string): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${key}`,
    ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
  };
  const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: VIEWER }) });
  return status;
}

/** `acknowledged`, or the code with which the socket was closed. */
function connect({ wsUrl }: TestApi, key: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(wsUrl, 'graphql-transport-ws', { headers });
  const outcome = new Promise<string | number>((resolve) => {
    socket.once('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { apiKey: key } })),
    );
    socket.once('message', () => resolve('acknowledged'));
    socket.once('close', resolve);
  });
  return { socket, outcome };
}

describe('the networks of a key', () => {
  it('are those of the client behind a trusted proxy, over HTTP and over a socket', async () => {
    const key = await behindProxy.key(demo, { networks: ['203.0.113.0/24'] });
    expect(await ask(behindProxy, key, '203.0.113.7')).toBe(200);
    expect(await ask(behindProxy, key, '198.51.100.1')).toBe(401);
    // What stands left of an untrusted address was written by that one.
    expect(await ask(behindProxy, key, '203.0.113.7, 198.51.100.1')).toBe(401);
    const near = connect(behindProxy, key, { 'x-forwarded-for': '203.0.113.7' });
    expect(await near.outcome).toBe('acknowledged');
    near.socket.terminate();
    expect(await connect(behindProxy, key, { 'x-forwarded-for': '198.51.100.1' }).outcome).toBe(4403);
  });

  it('are not what a client writes where no proxy is trusted', async () => {
    const key = await open.key(demo, { networks: ['203.0.113.0/24'] });
    expect(await ask(open, key, '203.0.113.7')).toBe(401);
    expect(await connect(open, key, { 'x-forwarded-for': '203.0.113.7' }).outcome).toBe(4403);
  });
});

it('whoever tries wrong keys is stopped, by address; others are not', async () => {
  const from = '198.51.100.9';
  const answers = await Promise.all(Array.from({ length: 130 }, () => ask(behindProxy, WRONG, from)));
  expect(new Set(answers)).toEqual(new Set([401, 429]));
  expect(await ask(behindProxy, demo.key, from)).toBe(429);
  expect(await connect(behindProxy, demo.key, { 'x-forwarded-for': from }).outcome).toBe(1013);
  expect(await ask(behindProxy, demo.key, '198.51.100.10')).toBe(200);
});

it('of IPv6 the whole /64 is one address: the next one within it is no way round', async () => {
  const tries = Array.from({ length: 130 }, (_, n) => ask(behindProxy, WRONG, `2001:db8:1:2::${n}`));
  expect(new Set(await Promise.all(tries))).toEqual(new Set([401, 429]));
  expect(await ask(behindProxy, demo.key, '2001:db8:1:2:ffff::1')).toBe(429);
  expect(await ask(behindProxy, demo.key, '2001:db8:1:3::1')).toBe(200);
});

it('a key has so many sockets, and one more when one of them closed', async () => {
  const key = await behindProxy.key(demo);
  const first = connect(behindProxy, key);
  const second = connect(behindProxy, key);
  expect(await Promise.all([first.outcome, second.outcome])).toEqual(['acknowledged', 'acknowledged']);
  expect(await connect(behindProxy, key).outcome).toBe(1013);
  const other = connect(behindProxy, await behindProxy.key(demo));
  expect(await other.outcome).toBe('acknowledged');
  first.socket.close();
  await eventually(async () => {
    const again = connect(behindProxy, key);
    const outcome = await again.outcome;
    again.socket.terminate();
    expect(outcome).toBe('acknowledged');
  });
  second.socket.terminate();
  other.socket.terminate();
});
