import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createRosDomofon } from '@domovoy/rosdomofon-sdk';
import { describe, expect, test } from 'vitest';
import { type Answering, startPair, startTestServer } from './testing/test-server.ts';

/** Requests that wait for the test to answer them. */
function createWaitingRoom() {
  const waiting: ServerResponse[] = [];
  const arrivals = new EventTarget();
  return {
    waiting,
    answer: ((_request, response) => {
      waiting.push(response);
      arrivals.dispatchEvent(new Event('arrived'));
    }) satisfies Answering,
    async until(count: number) {
      while (waiting.length < count) await once(arrivals, 'arrived');
    },
    letGo: (body = '[]') => waiting.splice(0).forEach((response) => response.end(body)),
  };
}

test('connections are kept for later calls', async () => {
  await using at = await startPair((_, response) => void response.end('[]'));
  for (let accountId = 1; accountId <= 20; accountId++) await at.client.accounts.flats({ accountId });
  // A second one is made when a call follows in the very moment in which the one before ends.
  expect(at.server.connections()).toBeLessThanOrEqual(2);
});

test('no more requests than connections are on their way at the same time; the others wait', async () => {
  const room = createWaitingRoom();
  await using at = await startPair(room.answer, { maxConnections: 3 });
  const calls = Array.from({ length: 9 }, (_, index) => at.client.accounts.flats({ accountId: index + 1 }));
  for (let round = 1; round <= 3; round++) {
    await room.until(3);
    expect(at.server.received).toHaveLength(round * 3);
    room.letGo();
  }
  await Promise.all(calls);
  expect(at.server.connections()).toBe(3);
});

describe('a deadline', () => {
  test('ends a call that is not answered; of a creation the outcome is unknown', async () => {
    const room = createWaitingRoom();
    await using at = await startPair(room.answer);
    const limit = { timeoutMs: 300 };
    await expect(at.client.accounts.flats({ accountId: 1 }, limit)).rejects.toMatchObject({
      code: 'ROSDOMOFON_TIMEOUT',
      unknownOutcome: false,
      meta: { timeoutMs: 300 },
    });
    await expect(at.client.flats.create({ flatNumber: '1', virtual: false }, limit)).rejects.toMatchObject({
      code: 'ROSDOMOFON_TIMEOUT',
      unknownOutcome: true,
    });
  });

  test('ends a call that waits for a connection: nothing was sent, and nothing will be', async () => {
    const room = createWaitingRoom();
    await using at = await startPair(room.answer, { maxConnections: 1 });
    const first = at.client.accounts.flats({ accountId: 1 });
    await room.until(1);
    await expect(
      at.client.flats.create({ flatNumber: '1', virtual: false }, { timeoutMs: 300 }),
    ).rejects.toMatchObject({ code: 'ROSDOMOFON_TIMEOUT', unknownOutcome: false });
    room.letGo();
    await first;
    const third = at.client.accounts.flats({ accountId: 3 });
    await room.until(1);
    room.letGo();
    await third;
    expect(at.server.received.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  test('is for the whole call: repeats do not make it longer', async () => {
    await using at = await startPair((_, response) => void response.writeHead(503).end(), {
      retry: { baseDelayMs: 40, maxAttempts: 20 },
    });
    const startedAt = performance.now();
    await expect(at.client.accounts.flats({ accountId: 1 }, { timeoutMs: 300 })).rejects.toMatchObject({
      retryable: true,
    });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(at.server.received.length).toBeGreaterThan(1);
  });
});

describe('the caller’s signal', () => {
  test('ends a call before it is sent', async () => {
    await using at = await startPair((_, response) => void response.end('[]'));
    const signal = AbortSignal.abort(new Error('shutdown'));
    await expect(
      at.client.flats.create({ flatNumber: '1', virtual: true }, { signal }),
    ).rejects.toMatchObject({
      code: 'ROSDOMOFON_ABORTED',
      unknownOutcome: false,
      cause: new Error('shutdown'),
    });
    expect(at.server.received).toHaveLength(0);
  });

  test('ends a call that is on its way, and its connection', async () => {
    const room = createWaitingRoom();
    await using at = await startPair(room.answer);
    const shutdown = new AbortController();
    const { signal } = shutdown;
    const call = at.client.flats.create({ flatNumber: '1', virtual: true }, { signal });
    await room.until(1);
    const isCut = Promise.all(room.waiting.map((response) => once(response, 'close')));
    shutdown.abort();
    await expect(call).rejects.toMatchObject({ code: 'ROSDOMOFON_ABORTED', unknownOutcome: true });
    await isCut;
  });

  test('that outlives many calls is not held on to', async () => {
    await using at = await startPair((_, response) => void response.end('[]'));
    const { signal } = new AbortController();
    const warnings: Error[] = [];
    const onWarning = (warning: Error) => warnings.push(warning);
    process.on('warning', onWarning);
    for (let accountId = 1; accountId <= 50; accountId++)
      await at.client.accounts.flats({ accountId }, { signal });
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', onWarning);
    expect(warnings.map(({ name }) => name)).not.toContain('MaxListenersExceededWarning');
  });
});

describe('closing', () => {
  test('waits for what is on its way; nothing begins afterwards', async () => {
    const room = createWaitingRoom();
    await using at = await startPair(room.answer);
    const call = at.client.accounts.flats({ accountId: 1 });
    await room.until(1);
    const closed = at.client.close();
    room.letGo();
    expect(await call).toEqual([]);
    await closed;
    await expect(at.client.accounts.flats({ accountId: 1 })).rejects.toMatchObject({
      code: 'ROSDOMOFON_CLOSED',
    });
  });

  test('cuts off what takes too long', async () => {
    const room = createWaitingRoom();
    await using at = await startPair(room.answer);
    const call = at.client.flats.create({ flatNumber: '1', virtual: true });
    call.catch(() => {});
    await room.until(1);
    await at.client.close({ deadlineMs: 20 });
    await expect(call).rejects.toMatchObject({ code: 'ROSDOMOFON_CLOSED', unknownOutcome: true });
  });
});

test('a path in the base address stands before every path', async () => {
  const server = await startTestServer((_, response) => void response.end('[]'));
  await using client = createRosDomofon({ baseUrl: `${server.url}/mirror/`, username: 'u', password: 'p' });
  await client.accounts.flats({ accountId: 1 });
  expect(server.received[0]).toMatchObject({
    url: '/mirror/abonents-service/api/v1/accounts/1/flats',
    headers: { accept: 'application/json', authorization: 'Bearer token' },
  });
  await client.close();
  await server[Symbol.asyncDispose]();
});
