import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startApi, type TestApi } from '../testing/api.ts';
import { eventually } from '../testing/eventually.ts';
import type { Tenant } from '../testing/tenant.ts';

/** After a revocation nothing is told for longer. */
const MAX_MS = 5_000;

/** A socket by hand: a client of graphql-ws would come back, and would not show what arrives after the end. */
async function follow(api: TestApi, key: string) {
  const socket = new WebSocket(api.wsUrl, 'graphql-transport-ws');
  const texts: string[] = [];
  const acknowledged = Promise.withResolvers<void>();
  socket.on('message', (message: Buffer) => {
    const text = String(message);
    if (text.includes('connection_ack')) acknowledged.resolve();
    texts.push(...(/"text":"(\w+)"/.exec(text)?.slice(1) ?? []));
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { apiKey: key } }));
  await acknowledged.promise;
  const query = 'subscription { messageAdded { __typename ... on MessageAdded { message { text } } } }';
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
  const closed = once(socket, 'close').then(([code]: number[]) => ({ code, at: performance.now() }));
  return { socket, texts, closed };
}

/** Messages one after the other, until stopped. */
function stream(tenant: Tenant) {
  const end = new AbortController();
  let count = 0;
  const over = (async () => {
    while (!end.signal.aborted) await tenant.messages([`message${++count}`]);
  })();
  return {
    count: () => count,
    stop: async () => {
      end.abort();
      await over;
    },
  };
}

test('a key that is revoked while events stream ends its socket within 5 s, with nothing told after; others hear on', async () => {
  // A key is remembered for so long, and looked at again as often: twice that at most.
  await using api = await startApi({ isAlone: true, rememberKeysMs: MAX_MS / 2 });
  const tenant = await api.tenant('demo');
  const other = await api.key(tenant);
  const revoked = await follow(api, tenant.key);
  const kept = await follow(api, other);
  const streaming = stream(tenant);
  try {
    await eventually(() => {
      expect(revoked.texts.length).toBeGreaterThan(3);
      expect(kept.texts.length).toBeGreaterThan(3);
    });
    const begin = performance.now();
    await api.store.run('update api_keys set revoked_at = now() where id = $1', [tenant.apiKeyId]);
    const { code, at } = await revoked.closed;
    expect(code).toBe(4403);
    expect(at - begin).toBeLessThan(MAX_MS + 500);
    const heard = revoked.texts.length;
    const before = streaming.count();
    // The control: the stream goes on, and who was not revoked hears it.
    await eventually(() => expect(kept.texts).toContain(`message${before + 3}`));
    expect(revoked.texts).toHaveLength(heard);
    expect(kept.socket.readyState).toBe(WebSocket.OPEN);
  } finally {
    await streaming.stop();
    kept.socket.close();
  }
}, 30_000);
