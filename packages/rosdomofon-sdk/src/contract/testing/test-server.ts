import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createRosDomofon, type RosDomofonOptions } from '@domovoy/rosdomofon-sdk';

export interface ReceivedRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A server that does as it is told, in front of a client under test. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** In the order in which they were complete, sign-ins not among them. */
  readonly received: ReceivedRequest[];
  /** How many connections were made. */
  readonly connections: () => number;
}

export type Answering = (request: ReceivedRequest, response: ServerResponse) => void | Promise<void>;

/** Answers sign-ins by itself, and everything else as the test says. */
export async function startTestServer(
  answer: Answering,
  onBytes: () => void = () => {},
): Promise<TestServer> {
  const received: ReceivedRequest[] = [];
  let connections = 0;
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '', headers } = request;
    const complete = { method, url, headers, body: await text(request) };
    if (url.endsWith('/oauth/token')) {
      response.end(JSON.stringify({ access_token: 'token', token_type: 'bearer', expires_in: 3600 }));
      return;
    }
    received.push(complete);
    await answer(complete, response);
  };
  const server = createServer((request, response) => {
    // A request that is cut off is what many tests are about.
    handle(request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    connections += 1;
    socket.on('data', onBytes);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** A server that answers as the test says, and a client of it that has signed in. */
export async function startPair(answer: Answering, options: Partial<RosDomofonOptions> = {}) {
  const server = await startTestServer(answer);
  const retry = { baseDelayMs: 1 };
  const client = createRosDomofon({ baseUrl: server.url, username: 'u', password: 'p', retry, ...options });
  await client.signIn();
  const close = async () => {
    await client.close({ deadlineMs: 0 });
    await server[Symbol.asyncDispose]();
  };
  return { server, client, [Symbol.asyncDispose]: close };
}
