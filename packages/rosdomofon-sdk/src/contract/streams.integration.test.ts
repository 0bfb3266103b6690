import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startPair } from './testing/test-server.ts';

const row = (id: number) => ({ id, owner: { id }, company: { id: 1 }, blocked: false });
const rowsFrom = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => JSON.stringify(row(from + index))).join(',');

test('the service is read no faster than the loop goes, and leaving the loop ends the request', async () => {
  let written = 0;
  const stalled = Promise.withResolvers<ServerResponse>();
  await using at = await startPair(async (_, response) => {
    response.write('[');
    for (let from = 1; ; from += 1000) {
      const piece = `${rowsFrom(from, 1000)},`;
      written += piece.length;
      if (response.write(piece)) continue;
      // Full, all the way to the reader: give it a moment to show that it stays so.
      const isDrained = once(response, 'drain').then(() => true);
      if (await Promise.race([isDrained, delay(300, false)])) continue;
      stalled.resolve(response);
      await once(response, 'close');
      return;
    }
  });
  let read = 0;
  for await (const { id } of at.client.accounts.list()) {
    read += 1;
    expect(id).toBe(read);
    if (read < 10) continue;
    await stalled.promise;
    // What is on its way: buffers of both kernels and of undici.
    expect(written).toBeLessThan(30_000_000);
    break;
  }
  const response = await stalled.promise;
  if (!response.closed) await once(response, 'close');
});

test('work on a row is not the service’s time', async () => {
  const isWorkDone = Promise.withResolvers<void>();
  await using at = await startPair(
    async (_, response) => {
      response.write(`[${rowsFrom(1, 2)}`);
      await isWorkDone.promise;
      response.end(`,${rowsFrom(3, 1)}]`);
    },
    { timeoutMs: 1000 },
  );
  const ids: number[] = [];
  for await (const { id } of at.client.accounts.list()) {
    ids.push(id);
    if (id !== 2) continue;
    await delay(1200);
    isWorkDone.resolve();
  }
  expect(ids).toEqual([1, 2, 3]);
});

test('a list that is read slowly holds up no other call', async () => {
  await using at = await startPair(
    async ({ url }, response) => {
      if (url.endsWith('/flats')) response.end('[]');
      else response.write(`[${rowsFrom(1, 2)}`);
      await once(response, 'close');
    },
    { maxConnections: 2 },
  );
  for await (const { id } of at.client.accounts.list()) {
    expect(await at.client.accounts.flats({ accountId: id }, { timeoutMs: 5000 })).toEqual([]);
    if (id === 2) break;
  }
});

test('a limit that the caller sets is for the rows and the work on them', async () => {
  await using at = await startPair(async (_, response) => {
    response.write(`[${rowsFrom(1, 3)},`);
    await once(response, 'close');
  });
  const reading = (async () => {
    for await (const _ of at.client.accounts.list({}, { timeoutMs: 1000 })) await delay(600);
  })();
  await expect(reading).rejects.toMatchObject({ code: 'ROSDOMOFON_TIMEOUT' });
});

test('a service that falls silent between rows is not waited for any longer than the client says', async () => {
  await using at = await startPair((_, response) => void response.write(`[${rowsFrom(1, 1)},`), {
    timeoutMs: 1000,
  });
  const ids: number[] = [];
  const reading = (async () => {
    for await (const { id } of at.client.accounts.list()) ids.push(id);
  })();
  await expect(reading).rejects.toMatchObject({ code: 'ROSDOMOFON_TIMEOUT', unknownOutcome: false });
  expect(ids).toEqual([1]);
});

test('a connection that breaks between rows is an error, not the end, and no row comes twice', async () => {
  await using at = await startPair((_, response) => {
    response.write(`[${rowsFrom(1, 2)},`, () => response.destroy());
  });
  const ids: number[] = [];
  const reading = (async () => {
    for await (const { id } of at.client.accounts.list()) ids.push(id);
  })();
  await expect(reading).rejects.toMatchObject({ code: 'ROSDOMOFON_CONNECTION', retryable: true });
  expect(ids).toEqual([1, 2]);
  expect(at.server.received).toHaveLength(1);
});

test('until the first row a list is repeated as any read', async () => {
  await using at = await startPair((_, response) => {
    if (at.server.received.length < 3) response.writeHead(503).end();
    else response.end(`[${rowsFrom(1, 2)}]`);
  });
  expect(await at.client.accounts.list().toArray()).toMatchObject([{ id: 1 }, { id: 2 }]);
});

test('the first with a phone is found, and the rest is not read', async () => {
  const left = Promise.withResolvers<void>();
  await using at = await startPair((_, response) => {
    response.on('close', left.resolve);
    response.write(
      `[${rowsFrom(1, 2)},${JSON.stringify({ ...row(3), owner: { id: 9, phone: 79000000009 } })},`,
    );
  });
  expect(await at.client.accounts.findByPhone({ phone: '+79000000009' })).toMatchObject({ id: 3 });
  await left.promise;
});
