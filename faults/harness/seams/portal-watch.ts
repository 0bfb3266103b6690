import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Trap } from './trap.ts';

export interface PortalMoments {
  /** The hub has claimed a delivery and asks what there is; nobody has heard it. */
  look: Trap;
  /** The hub asks for something to be done; nobody has heard it. */
  beforeEffect: Trap;
  /** It is done, and the hub has not heard of it. */
  afterEffect: Trap;
}

export interface PortalWatch {
  readonly url: string;
  /** Only calls like this spring the traps of effects: `crm.item.add 2` creates a deal. */
  only(effect: RegExp): void;
  close(): Promise<void>;
}

const WRITES = /\.(add|update|set|delete)\b/;

/** Between the hub and the sandbox's portal, over real HTTP: knows which call, alone or in a batch, changes something. */
export async function watchPortal(target: string, moments: PortalMoments): Promise<PortalWatch> {
  let watched = /./;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'POST' } = request;
    const body = await text(request);
    const effects = commandsOf(request.url ?? '/', body).filter((command) => WRITES.test(command));
    const isWatched = effects.some((effect) => watched.test(effect));
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const passes = async (trap: Trap) => (await trap.spring(Buffer.alloc(0))) !== null;
    const before = isWatched ? moments.beforeEffect : effects.length === 0 ? moments.look : null;
    if (before && !(await passes(before))) return void response.destroy();
    const upstream = await fetch(target + request.url, {
      method,
      headers: headers as Record<string, string>,
      ...(body === '' ? {} : { body }),
    });
    const answer = Buffer.from(await upstream.arrayBuffer());
    if (isWatched && !(await passes(moments.afterEffect))) return void response.destroy();
    response.writeHead(upstream.status, {
      'content-type': upstream.headers.get('content-type') ?? 'application/json',
    });
    response.end(answer);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    only(effect) {
      watched = effect;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Body {
  cmd?: Record<string, string> | string[];
  entityTypeId?: number;
}

/** `crm.item.add 2` for each call that a request carries; without a number where it has no kind of entity. */
function commandsOf(url: string, body: string): string[] {
  const method = /\/([\w.]+?)(?:\.json)?(?:\?|$)/.exec(url)?.[1] ?? '';
  const given = (body.startsWith('{') ? JSON.parse(body) : {}) as Body;
  if (method !== 'batch') return [`${method} ${given.entityTypeId ?? ''}`.trim()];
  return Object.values(given.cmd ?? {}).map((command) => {
    const [name = '', query = ''] = command.split('?');
    return `${name} ${new URLSearchParams(query).get('entityTypeId') ?? ''}`.trim();
  });
}
