import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Trap } from './trap.ts';

export interface RosdomofonMoments {
  /** The hub has claimed a delivery and asks what there is; nobody has heard it. */
  look: Trap;
  /** The hub asks for something to be done; nobody has heard it. */
  beforeEffect: Trap;
  /** It is done, and the hub has not heard of it. */
  afterEffect: Trap;
}

export interface RosdomofonWatch {
  readonly url: string;
  /** Only calls whose path matches spring the traps of effects. */
  only(path: RegExp): void;
  /** For controls: every look at what an abonent has finds nothing, as if the hub did not look. */
  blind(isBlind: boolean): void;
  close(): Promise<void>;
}

/** Of an abonent: the list of accounts, flats, connections, messages. */
const LOOK = /\/(accounts|(accounts|entrances)\/\d+\/(flats|connections)|abonents\/\d+\/messages)$/;

/** Between the hub and the sandbox's RosDomofon, over real HTTP: knows which call changes something. */
export async function watchRosdomofon(target: string, moments: RosdomofonMoments): Promise<RosdomofonWatch> {
  let watched = /./;
  let isBlind = false;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const { method = 'GET' } = request;
    const body = await text(request);
    const isSignIn = path.includes('/oauth/');
    const isEffect = method !== 'GET' && !isSignIn && watched.test(path);
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const passes = async (trap: Trap) => (await trap.spring(Buffer.alloc(0))) !== null;
    const before = isEffect ? moments.beforeEffect : method === 'GET' ? moments.look : null;
    if (before && !(await passes(before))) return void response.destroy();
    const upstream = await fetch(target + request.url, {
      method,
      headers: headers as Record<string, string>,
      ...(body === '' ? {} : { body }),
    });
    const answer = Buffer.from(await upstream.arrayBuffer());
    if (isEffect && !(await passes(moments.afterEffect))) return void response.destroy();
    response.writeHead(upstream.status, {
      'content-type': upstream.headers.get('content-type') ?? 'application/json',
    });
    response.end(isBlind && method === 'GET' && LOOK.test(path) && upstream.ok ? emptied(answer) : answer);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    only(path) {
      watched = path;
    },
    blind(isIt) {
      isBlind = isIt;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A list without its rows, a page without its content. */
function emptied(answer: Buffer): string {
  const list: unknown = JSON.parse(answer.toString());
  return JSON.stringify(Array.isArray(list) ? [] : { ...(list as object), content: [] });
}
