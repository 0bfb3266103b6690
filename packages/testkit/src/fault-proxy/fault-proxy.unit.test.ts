import { once } from 'node:events';
import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { portOf } from '../port/port-of.ts';
import { createProxy, type FaultProxy, type FaultProxyOptions } from './fault-proxy.ts';

describe('the fault proxy', () => {
  let server: net.Server;
  const open: { destroy(): void }[] = [];
  let proxy: FaultProxy | undefined;

  /** A server that answers everything with itself. */
  beforeEach(async () => {
    server = net.createServer((socket) => {
      open.push(socket);
      socket.on('error', () => {});
      socket.pipe(socket);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    await proxy?.close();
    for (const socket of open.splice(0)) socket.destroy();
    server.close();
  });

  async function connect(options: Partial<FaultProxyOptions> = {}) {
    proxy ??= await createProxy({ port: portOf(server), ...options });
    const socket = net.connect(proxy.port, proxy.host);
    open.push(socket);
    let received = '';
    const errors: string[] = [];
    socket.on('data', (bytes) => {
      received += String(bytes);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => errors.push(error.code ?? ''));
    await once(socket, 'connect');
    return { socket, errors, received: () => received };
  }
  afterEach(() => {
    proxy = undefined;
  });

  it('passes bytes on in both directions, and the end of a connection', async () => {
    const { socket, received } = await connect();
    socket.end('hello');
    await once(socket, 'close');
    expect(received()).toBe('hello');
    await vi.waitFor(() => expect(proxy?.connections).toBe(0), 15_000);
    expect(proxy?.accepted).toBe(1);
  });

  it('resets what is open; new connections work', async () => {
    const first = await connect();
    first.socket.write('a');
    await vi.waitFor(() => expect(first.received()).toBe('a'), 15_000);
    proxy?.reset();
    await vi.waitFor(() => expect(first.errors).toEqual(['ECONNRESET']), 15_000);
    const second = await connect();
    second.socket.write('b');
    await vi.waitFor(() => expect(second.received()).toBe('b'), 15_000);
  });

  it('frozen connections stay open and carry nothing until the thaw; new ones work', async () => {
    const first = await connect();
    first.socket.write('a');
    await vi.waitFor(() => expect(first.received()).toBe('a'), 15_000);
    proxy?.freezeExisting();
    first.socket.write('b');
    const second = await connect();
    second.socket.write('c');
    await vi.waitFor(() => expect(second.received()).toBe('c'), 15_000);
    expect(first.received()).toBe('a');
    expect(first.errors).toEqual([]);
    proxy?.thaw();
    await vi.waitFor(() => expect(first.received()).toBe('ab'), 15_000);
  });

  it('refuses new connections while open ones live on', async () => {
    const first = await connect();
    first.socket.write('a');
    await vi.waitFor(() => expect(first.received()).toBe('a'), 15_000);
    proxy?.refuse(true);
    const refused = net.connect(proxy?.port ?? 0, proxy?.host);
    const error = await new Promise((resolve) => refused.once('error', resolve));
    expect(error).toMatchObject({ code: 'ECONNRESET' });
    first.socket.write('b');
    await vi.waitFor(() => expect(first.received()).toBe('ab'), 15_000);
  });

  it('a hook may hold bytes, change them and drop them; what comes behind keeps its order', async () => {
    let letGo: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const seen: string[] = [];
    const { socket, received } = await connect({
      async onClientData(chunk) {
        seen.push(String(chunk));
        if (seen.length === 1) await held;
        return String(chunk) === 'drop' ? null : Buffer.from(String(chunk).toUpperCase());
      },
    });
    socket.write('one');
    await vi.waitFor(() => expect(seen).toEqual(['one']), 15_000);
    expect(received()).toBe('');
    letGo();
    await vi.waitFor(() => expect(received()).toBe('ONE'), 15_000);
    socket.write('drop');
    await vi.waitFor(() => expect(seen).toEqual(['one', 'drop']), 15_000);
    socket.write('two');
    await vi.waitFor(() => expect(received()).toBe('ONETWO'), 15_000);
  });

  it('delays by the latency, each way', async () => {
    const { socket, received } = await connect();
    proxy?.setLatencyMs(60);
    const began = performance.now();
    socket.write('a');
    await vi.waitFor(() => expect(received()).toBe('a'), 15_000);
    expect(performance.now() - began).toBeGreaterThan(110);
  });
});
