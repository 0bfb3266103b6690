import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '@domovoy/service-kit';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { handleProtocols, makeServer, type Context as SocketContext } from 'graphql-ws';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type Authenticate, REMEMBER_MS } from '../access/authenticator.ts';
import { credentialOfHeaders, credentialOfParams } from '../access/read-credential.ts';
import type { WrongKeys } from '../access/wrong-keys.ts';
import type { Caller } from '../commands/caller.ts';
import type { Context } from '../context.ts';
import { PublicError } from '../errors/public-error.ts';
import type { EventTexts, Executor, Operation } from '../execution/executor.ts';
import { type Admission, keyOf, type OperationRequest } from '../execution/gate/admission.ts';
import { LIMITS } from '../execution/gate/limits.ts';
import { withRequestId } from './admit-request.ts';
import { CallerSockets } from './caller-sockets.ts';
import type { ClientAddress } from './client-address.ts';
import { isAllowedOrigin } from './origins.ts';
import { type Line, sendEvents } from './send-events.ts';

export interface WebSocketOptions {
  readonly server: Server;
  readonly path: string;
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly admit: Admission;
  /** Pages of these origins may open a socket, besides those that we serve ourselves. */
  readonly origins: readonly string[];
  readonly authenticate: Authenticate;
  readonly wrongKeys: WrongKeys;
  readonly addressOf: ClientAddress;
  readonly socketsPerCaller: number;
  readonly contextFor: (caller: Caller) => Context;
  readonly logger: Logger;
  /** How often who has an open socket is looked at again. */
  readonly recheckMs?: number;
}

export interface WebSocketEndpoint extends AsyncDisposable {
  readonly socketCount: number;
}

/** What we remember of an open socket. */
interface Extra extends Line {
  readonly headers: IncomingMessage['headers'];
  readonly address: string;
  credential?: string;
  caller?: Caller;
  /** Counted as one of the caller's. */
  isCounted?: boolean;
}
type Socket = SocketContext<Record<string, unknown>, Extra>;

const PING_EVERY_MS = 12_000;
/** graphql-ws' client comes back after this code; after 4500 it would give up. */
const TRY_AGAIN_LATER = 1013;
const GOING_AWAY = 1001;
const FORBIDDEN = 4403;

export function serveWebSocket(options: WebSocketOptions): WebSocketEndpoint {
  const { server, path, logger } = options;
  const sockets = new Map<WebSocket, Extra>();
  const callerSockets = new CallerSockets(options.socketsPerCaller);
  const protocol = makeServer<Record<string, unknown>, Extra>(protocolOptions(options, callerSockets));
  const ws = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.bodyBytes,
    handleProtocols: (protocols) => handleProtocols(protocols),
  });

  const open = (socket: WebSocket, request: IncomingMessage, stream: Duplex) => {
    const extra: Extra = { socket, stream, headers: request.headers, address: options.addressOf(request) };
    sockets.set(socket, extra);
    const stopPings = keepAlive(socket);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        // Resolves when the system took it: a slow reader holds its own subscription back, and nothing piles up.
        send: (text) => sendText(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listener) =>
          socket.on('message', (message) => {
            listener(textOf(message)).catch((error: unknown) => {
              logger.error({ event: 'socket-failed', err: error });
              socket.close(4500, 'Internal error');
            });
          }),
      },
      extra,
    );
    // Too large a message, a broken frame: ws closes by itself; without a listener it would be an uncaught error.
    socket.on('error', (error) => logger.debug({ event: 'socket-error', err: error }));
    socket.once('close', (code, reason) => {
      stopPings();
      sockets.delete(socket);
      if (extra.caller && extra.isCounted === true) callerSockets.giveBack(keyOf(extra.caller));
      closed(code, String(reason)).catch((error: unknown) =>
        logger.error({ event: 'socket-failed', err: error }),
      );
    });
  };

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?', 1)[0] !== path) socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    else if (!isAllowedOrigin(request.headers, options.origins)) socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    else ws.handleUpgrade(request, socket, head, (opened) => open(opened, request, socket));
  };
  server.on('upgrade', upgrade);
  const recheck = setInterval(() => {
    void closeForbidden(sockets.values(), options.authenticate);
  }, options.recheckMs ?? REMEMBER_MS);
  recheck.unref();

  return {
    get socketCount() {
      return sockets.size;
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(recheck);
      server.off('upgrade', upgrade);
      for (const socket of sockets.keys()) socket.close(GOING_AWAY, 'Going away');
      const impatience = setTimeout(() => {
        for (const socket of sockets.keys()) socket.terminate();
      }, 2_000);
      await new Promise<void>((resolve) => {
        ws.close(() => resolve());
      });
      clearTimeout(impatience);
    },
  };
}

function protocolOptions(options: WebSocketOptions, callerSockets: CallerSockets) {
  const { schema, executor, admit, authenticate, contextFor, wrongKeys } = options;
  return {
    onConnect: async (context: Socket) => {
      const { extra, connectionParams } = context;
      const credential = credentialOfParams(connectionParams) ?? credentialOfHeaders(extra.headers);
      if (credential === null) return false;
      if (wrongKeys.isTooMany(extra.address)) {
        extra.socket.close(TRY_AGAIN_LATER, 'Too many wrong keys');
        return false;
      }
      try {
        const caller = await authenticate(credential, extra.address);
        if (!caller) {
          wrongKeys.note(extra.address, credential);
          return false;
        }
        extra.credential = credential;
        extra.caller = caller;
        // It may have gone while we looked: then its close was handled already.
        extra.isCounted = extra.socket.readyState === extra.socket.OPEN && callerSockets.take(keyOf(caller));
        if (!extra.isCounted) extra.socket.close(TRY_AGAIN_LATER, 'Too many sockets');
        return extra.isCounted;
      } catch {
        extra.socket.close(TRY_AGAIN_LATER, 'Try again later');
        return false;
      }
    },
    onSubscribe: (context: Socket, _id: string, payload: OperationRequest) => {
      const { caller } = context.extra;
      // graphql-ws lets nobody subscribe before the acknowledgement.
      if (!caller) throw new TypeError('a socket without a caller was acknowledged');
      return prepare({
        schema,
        admit,
        context: contextFor(caller),
        payload,
        open: Object.keys(context.subscriptions).length,
      });
    },
    execute: (args: unknown) => executor.execute(args as Operation),
    subscribe: (args: unknown) => executor.subscribe(args as Operation) as Promise<ExecutionResult>,
    onOperation: ({ extra }: Socket, id: string, _payload: unknown, _args: unknown, given: unknown) =>
      isEvents(given) ? sendEvents(given, id, extra) : undefined,
  };
}

/** The same gate as for HTTP. */
function prepare(given: {
  schema: GraphQLSchema;
  admit: Admission;
  context: Context;
  payload: OperationRequest;
  open: number;
}) {
  const { schema, admit, context, payload, open } = given;
  const admitted =
    open > LIMITS.subscriptionsPerSocket ? [tooManySubscriptions()] : admit(payload, context.caller);
  if (!('node' in admitted)) return [...withRequestId(admitted, context.requestId)];
  return { ...admitted, schema, variableValues: admitted.variables, context, contextValue: context };
}

const isEvents = (given: unknown): given is EventTexts =>
  typeof given === 'object' && given !== null && Symbol.asyncIterator in given;

const tooManySubscriptions = () =>
  new PublicError(`At most ${LIMITS.subscriptionsPerSocket} operations may be open on one socket.`, {
    code: 'TOO_MANY_SUBSCRIPTIONS',
  });

function sendText(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    // The socket went away while we wrote: its close event ends everything, that is no failure of ours.
    socket.send(text, (error) => (error && socket.readyState === socket.OPEN ? reject(error) : resolve()));
  });
}

function textOf(message: RawData): string {
  if (Array.isArray(message)) return Buffer.concat(message).toString();
  return message instanceof ArrayBuffer ? Buffer.from(message).toString() : message.toString();
}

/** Ends a socket whose other side vanished without a word. */
function keepAlive(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, PING_EVERY_MS);
  return () => clearInterval(timer);
}

/**
 * Keys and sessions that were revoked since, have expired, or permit something else now. During an outage nobody is
 * thrown out. Asked anew for each socket: they are remembered by what was shown, and each has its own address.
 */
async function closeForbidden(sockets: Iterable<Extra>, authenticate: Authenticate): Promise<void> {
  await Promise.all(
    [...sockets].map(async ({ credential, address, caller, socket }) => {
      if (credential === undefined || caller === undefined) return;
      const now = await authenticate(credential, address).catch(() => 'unknown' as const);
      if (now === 'unknown' || (now !== null && permitsSame(now, caller))) return;
      socket.close(FORBIDDEN, 'Forbidden');
    }),
  );
}

const permitsSame = ({ permissions }: Caller, before: Caller): boolean =>
  permissions.size === before.permissions.size &&
  [...permissions].every((permission) => before.permissions.has(permission));
