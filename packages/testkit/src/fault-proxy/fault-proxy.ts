import net from 'node:net';
import { portOf } from '../port/port-of.ts';

/** One client's connection through the proxy, as the data hooks see it. */
export interface ProxyConnection {
  /** Counts from 1 in the order of connecting. */
  readonly id: number;
  /** Cuts this connection alone with a TCP reset, on both sides. */
  reset(): void;
}

/**
 * Sees the bytes before they go on. Returning nothing passes them on; a buffer replaces them; `null` drops
 * them; a promise holds them, and everything behind them in that direction, until it resolves.
 */
export type DataHook = (
  chunk: Buffer,
  connection: ProxyConnection,
) => Buffer | null | void | Promise<Buffer | null | void>;

export interface FaultProxyOptions {
  /** Where the real server listens. */
  port: number;
  host?: string;
  /** Port of the proxy itself; a free one when absent. */
  listenPort?: number;
  onClientData?: DataHook;
  onServerData?: DataHook;
}

export interface FaultProxy extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  /** Connections that are open now. */
  readonly connections: number;
  /** Connections since the start. */
  readonly accepted: number;
  /** Resets every open connection (RST to the client, close to the server). */
  reset(): void;
  /** Open and new connections stay open and carry nothing, as behind a firewall that forgot them. */
  freeze(): void;
  /** Only the connections that are open now fall silent; new ones work. */
  freezeExisting(): void;
  /** Ends `freeze` and `freezeExisting`; the bytes held back meanwhile go on. */
  thaw(): void;
  /** New connections are reset at once; open ones live on. */
  refuse(isRefusing: boolean): void;
  /** Delays each piece of data in both directions. */
  setLatencyMs(latencyMs: number): void;
  close(): Promise<void>;
}

interface Faults {
  latencyMs: number;
  isFrozen: boolean;
}

/** A TCP proxy that breaks on command. */
export async function createProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const target = { host: options.host ?? '127.0.0.1', port: options.port };
  const faults: Faults = { latencyMs: 0, isFrozen: false };
  const open = new Set<ProxiedPair>();
  let accepted = 0;
  let isRefusing = false;

  const server = net.createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    if (isRefusing) {
      client.on('error', () => {});
      client.resetAndDestroy();
      return;
    }
    accepted += 1;
    const upstream = net.connect({ ...target, noDelay: true, allowHalfOpen: true });
    const pair = new ProxiedPair(accepted, client, upstream, faults, options);
    open.add(pair);
    // Both: a frozen pair whose client has gone still has to be thawed, or the server keeps its end for ever.
    const forget = () => {
      if (client.closed && upstream.closed) open.delete(pair);
    };
    client.once('close', forget);
    upstream.once('close', forget);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.listenPort ?? 0, '127.0.0.1', resolve);
  });

  const close = async () => {
    for (const pair of open) pair.reset();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    host: '127.0.0.1',
    port: portOf(server),
    get connections() {
      return open.size;
    },
    get accepted() {
      return accepted;
    },
    reset: () => open.forEach((pair) => pair.reset()),
    freeze() {
      faults.isFrozen = true;
    },
    freezeExisting: () => open.forEach((pair) => pair.freeze()),
    thaw() {
      faults.isFrozen = false;
      for (const pair of open) pair.thaw();
    },
    refuse(refusing) {
      isRefusing = refusing;
    },
    setLatencyMs(latencyMs) {
      faults.latencyMs = latencyMs;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The client's socket and the one to the server, with the data that is on its way between them. */
class ProxiedPair implements ProxyConnection {
  readonly id: number;
  readonly #client: net.Socket;
  readonly #upstream: net.Socket;
  readonly #faults: Faults;
  readonly #onThaw: (() => void)[] = [];
  #isFrozen = false;

  constructor(
    id: number,
    client: net.Socket,
    upstream: net.Socket,
    faults: Faults,
    hooks: FaultProxyOptions,
  ) {
    this.id = id;
    this.#client = client;
    this.#upstream = upstream;
    this.#faults = faults;
    this.#pipe(client, upstream, hooks.onClientData);
    this.#pipe(upstream, client, hooks.onServerData);
  }

  reset(): void {
    this.#client.resetAndDestroy();
    this.#upstream.destroy();
  }

  freeze(): void {
    this.#isFrozen = true;
  }

  thaw(): void {
    this.#isFrozen = false;
    for (const resume of this.#onThaw.splice(0)) resume();
  }

  #pipe(from: net.Socket, to: net.Socket, hook: DataHook | undefined): void {
    // A chain keeps the order whatever a piece waits for.
    let last: Promise<void> = Promise.resolve();
    const enqueue = (step: () => Promise<void> | void) => {
      last = last.then(step).catch((cause: unknown) => {
        // A hook that throws is a bug of the test; the connection dies, so that the test notices.
        this.reset();
        throw cause;
      });
      last.catch(() => {});
    };
    from.on('data', (chunk: Buffer) => {
      from.pause();
      enqueue(async () => {
        await this.#passable();
        const replaced = hook ? await hook(chunk, this) : undefined;
        if (replaced === null) {
          from.resume();
          return;
        }
        await this.#write(to, replaced ?? chunk);
        from.resume();
      });
    });
    from.on('end', () => enqueue(() => void to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => enqueue(() => to.destroySoon()));
  }

  async #passable(): Promise<void> {
    if (this.#faults.latencyMs > 0)
      await new Promise((resolve) => setTimeout(resolve, this.#faults.latencyMs));
    while (this.#isFrozen || this.#faults.isFrozen)
      await new Promise<void>((resolve) => this.#onThaw.push(resolve));
  }

  async #write(to: net.Socket, bytes: Buffer): Promise<void> {
    if (to.destroyed) return;
    if (to.write(bytes)) return;
    await new Promise<void>((resolve) => {
      to.once('drain', resolve);
      to.once('close', resolve);
    });
  }
}
