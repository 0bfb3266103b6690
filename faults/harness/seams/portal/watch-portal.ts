import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Trap } from '../trap.ts';
import { callsOf, emptied, isWrite } from './portal-calls.ts';

export interface PortalMoments {
  /** The hub has claimed a delivery and asks what there is; nobody has heard it. */
  readonly look: Trap;
  /** The hub asks for something to be done; nobody has heard it. */
  readonly beforeEffect: Trap;
  /** It is done, and the hub has not heard of it. */
  readonly afterEffect: Trap;
}

/** What becomes of a call in a control; null: it is passed on. */
export type Meddling = 'looks find nothing' | 'done twice' | 'only said to be done' | null;

export interface PortalWatch {
  readonly url: string;
  /** Only calls like this spring the traps of effects: `crm.item.add 2` creates a deal. */
  only(effect: RegExp): void;
  /** For controls: what a hub without one of its protections would do, to the calls that are watched. */
  meddle(how: Meddling): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Between the hub and the sandbox's portal, over real HTTP: knows which call, alone or in a batch, changes something.
 * Of the authorisation it passes the addresses on as its own, so that an application comes this way too.
 */
export async function watchPortal(target: string, moments: PortalMoments): Promise<PortalWatch> {
  let watched = /./;
  let meddling: Meddling = null;
  let lastOfWatched: Answer | null = null;
  let ownHost = '';
  const { host: targetHost } = new URL(target);

  async function send(request: IncomingMessage, body: string): Promise<Answer> {
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const response = await fetch(target + request.url, {
      method: request.method ?? 'POST',
      redirect: 'manual',
      headers: headers as Record<string, string>,
      ...(body === '' ? {} : { body }),
    });
    const kept = ['content-type', 'retry-after', 'location'].flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, asOwn(value)]];
    });
    const answered = Buffer.from(await response.arrayBuffer());
    const isAuthorisation = request.url?.startsWith('/oauth/') ?? false;
    return {
      status: response.status,
      headers: Object.fromEntries(kept),
      body: isAuthorisation ? Buffer.from(asOwn(answered.toString())) : answered,
    };
  }
  const asOwn = (said: string) =>
    said
      .replaceAll(targetHost, ownHost)
      .replaceAll(encodeURIComponent(targetHost), encodeURIComponent(ownHost));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const calls = callsOf(request.url ?? '/', body);
    const effects = calls.filter(isWrite);
    const isWatched = effects.some(({ name }) => watched.test(name));
    const passes = async (trap: Trap) => (await trap.spring(Buffer.alloc(0))) !== null;
    const isOnlyLook = calls.length > 0 && effects.length === 0;
    const before = isWatched ? moments.beforeEffect : isOnlyLook ? moments.look : null;
    if (before && !(await passes(before))) return void response.destroy();
    const isSaid = isWatched && meddling === 'only said to be done' ? lastOfWatched : null;
    if (isWatched && meddling === 'done twice') await send(request, body);
    const answer = isSaid ?? (await send(request, body));
    if (isWatched) lastOfWatched = answer;
    if (isWatched && !(await passes(moments.afterEffect))) return void response.destroy();
    const isEmptied = meddling === 'looks find nothing' && answer.status === 200;
    response.writeHead(answer.status, answer.headers);
    response.end(isEmptied ? emptied(answer.body, calls) : answer.body);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  ownHost = `127.0.0.1:${port}`;
  return {
    url: `http://${ownHost}`,
    only(effect) {
      watched = effect;
    },
    meddle(how) {
      meddling = how;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
