import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A handler's side: what a portal posts to it, as it came. */
export interface ReceivedEvent {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** `data[FIELDS][ID]` and the like, by the names of the wire. */
  form: Record<string, string>;
}

export interface EventReceiver extends AsyncDisposable {
  readonly url: string;
  readonly received: ReceivedEvent[];
  /** What it answers from now on; null: nothing at all. */
  answers(status: number | null): void;
  /** Resolves when so many have come, with all of them. */
  atLeast(count: number): Promise<ReceivedEvent[]>;
  forget(): void;
}

export async function startEventReceiver(): Promise<EventReceiver> {
  const received: ReceivedEvent[] = [];
  const arrivals = new EventEmitter();
  let status: number | null = 200;
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const form = Object.fromEntries(new URLSearchParams(body));
    received.push({ path: request.url ?? '', headers: request.headers, body, form });
    arrivals.emit('event');
    if (status !== null) response.writeHead(status).end();
  }
  const server = createServer((request, response) => {
    void take(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answers(wished) {
      status = wished;
    },
    async atLeast(count) {
      while (received.length < count) await once(arrivals, 'event');
      return [...received];
    },
    forget() {
      received.length = 0;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
