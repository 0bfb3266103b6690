import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { EventText, EventTexts } from '../execution/executor.ts';
import { type Line, sendEvents } from './send-events.ts';

/** Both ends of one socket; ws' client takes nothing that RFC 6455 forbids. */
async function connected() {
  const server = createServer();
  const ws = new WebSocketServer({ noServer: true });
  const there = Promise.withResolvers<Line>();
  server.on('upgrade', (request, stream, head) =>
    ws.handleUpgrade(request, stream, head, (socket) => there.resolve({ socket, stream })),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const heard: string[] = [];
  client.on('message', (message: Buffer, isBinary) => heard.push(isBinary ? 'binary' : String(message)));
  const failed = once(client, 'error').then(([error]: Error[]) => error?.message);
  const [line] = await Promise.all([there.promise, once(client, 'open')]);
  line.socket.on('error', () => {});
  const end = () => {
    client.terminate();
    line.socket.terminate();
    server.close();
  };
  return { client, line, heard, failed, [Symbol.dispose]: end };
}

async function* batches(...given: (readonly EventText[])[]): EventTexts {
  yield* given;
}

/** A JSON text of so many bytes, of signs of two bytes as far as they fit. */
const textOf = (bytes: number): EventText => {
  const inside = bytes - 2;
  return Buffer.from(`"${'ж'.repeat(Math.floor(inside / 2))}${'x'.repeat(inside % 2)}"`);
};
const SIZES = [2, 124, 125, 126, 127, 65_534, 65_535, 65_536, 65_537, 1_000_000];
const idOf = (bytes: number) => 'i'.repeat(bytes - '{"id":"","type":"next","payload":'.length);
const messageOf = (id: string, text: EventText) => `{"id":"${id}","type":"next","payload":${String(text)}}`;

test.each(SIZES)('an event of %i bytes arrives as one text, alone and among others', async (bytes) => {
  using both = await connected();
  const { line, heard } = both;
  const text = textOf(bytes);
  expect(text).toHaveLength(bytes);
  await sendEvents(batches([text], [textOf(3), text, text, textOf(3)]), '1', line).next();
  await expect.poll(() => heard.length).toBe(5);
  expect(heard).toEqual([text, textOf(3), text, text, textOf(3)].map((one) => messageOf('1', one)));
});

test.each(SIZES.slice(1))('an id that makes the first frame %i bytes long is understood', async (bytes) => {
  using both = await connected();
  const { line, heard } = both;
  await sendEvents(batches([textOf(3)]), idOf(bytes), line).next();
  await expect.poll(() => heard).toEqual([messageOf(idOf(bytes), textOf(3))]);
});

test('pings, pongs, other texts and the closing stand between events, never within one', async () => {
  using both = await connected();
  const { client, line, heard, failed } = both;
  const control = { pings: 0, pongs: 0 };
  client.on('ping', () => (control.pings += 1));
  client.on('pong', () => (control.pongs += 1));
  const texts = [textOf(125), textOf(65_536)];
  const work = Array.from({ length: 50 }, (_, n) => {
    client.ping();
    line.socket.ping();
    line.socket.send(`other ${n}`);
    return sendEvents(batches(texts, texts), `${n}`, line).next();
  });
  await Promise.all(work);
  await expect.poll(() => heard.length).toBe(250);
  await expect.poll(() => control).toEqual({ pings: 50, pongs: 50 });
  const late = sendEvents(batches(texts, texts), 'late', line).next();
  await turn();
  line.socket.close(4403, 'Forbidden');
  const [code] = (await once(client, 'close')) as [number];
  expect(await Promise.race([failed, Promise.resolve(code)])).toBe(4403);
  // What was begun before the closing was whole, and nothing of it came after.
  expect(heard.slice(250, 252)).toEqual(texts.map((text) => messageOf('late', text)));
  await late;
});

test('control: the client takes no text that stands within another one', async () => {
  using both = await connected();
  const { line, failed } = both;
  line.stream.write(Buffer.from([0x01, 1, 0x22]));
  line.socket.send('other');
  expect(await failed).toMatch(/invalid opcode/i);
});

test('of a reader who reads nothing no more is held than one batch; when it goes no more is asked for', async () => {
  using both = await connected();
  const { client, line } = both;
  client.pause();
  let taken = 0;
  const endless = (async function* (): EventTexts {
    for (;;) {
      taken += 1;
      await turn();
      yield [textOf(1_000_000)];
    }
  })();
  const sending = sendEvents(endless, '1', line);
  const over = sending.next();
  // The system takes some; then it stands still.
  await expect.poll(() => line.stream.writableLength).toBeGreaterThan(0);
  const before = taken;
  expect(line.stream.writableLength).toBeLessThan(2_000_000);
  client.terminate();
  await once(line.socket, 'close');
  for (let n = 0; n < 20; n++) await turn();
  expect(taken - before).toBeLessThan(3);
  await sending.return();
  expect(await over).toEqual({ done: true, value: undefined });
});
