import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An answer of RosDomofon, as it may be changed on its way. */
export interface Answer {
  status: number;
  body: unknown;
  /** The connection breaks in the middle of the body. */
  isCut?: boolean;
}

/** What to do with the answer to a path (without its query); what it resolves to is sent. */
export type Edit = (path: string, answer: Answer) => Answer | Promise<Answer>;

/** Stands in front of the sandbox's RosDomofon over real HTTP: what vanishes, is broken or late is made here. */
export async function startRosdomofonProxy(target: string) {
  let edit: Edit = (_path, answer) => answer;
  const calls: string[] = [];
  const calledAt: number[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    calls.push(`${request.method} ${path}`);
    calledAt.push(performance.now());
    const body = await text(request);
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const upstream = await fetch(target + request.url, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(body === '' ? {} : { body }),
    });
    const received = await upstream.text();
    const answer = await edit(path, {
      status: upstream.status,
      body: received === '' ? null : JSON.parse(received),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    const content = answer.body === null ? '' : JSON.stringify(answer.body);
    if (!answer.isCut) response.end(content);
    else response.write(content.slice(0, content.length / 2), () => response.destroy());
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on TCP
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** Every call so far, in order: `GET /abonents-service/api/v1/accounts`. */
    calls,
    /** When each of them came, by the monotonic clock. */
    calledAt,
    edit(change: Edit): void {
      edit = change;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
