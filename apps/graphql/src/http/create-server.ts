import { randomUUID } from 'node:crypto';
import { DeliveryWaiter } from '@domovoy/domain';
import {
  Budgets,
  HEALTH_PATHS,
  type HealthCheck,
  type HealthReport,
  healthRoutes,
  type Metrics,
  shareBudgets,
} from '@domovoy/service-kit';
import { type Store, shareSpendings } from '@domovoy/store';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import {
  type Authenticate,
  createAuthenticator,
  REMEMBER_MS,
  type VerifyCredential,
} from '../access/authenticator.ts';
import { credentialOfHeaders } from '../access/read-credential.ts';
import { credentialVerifier } from '../access/verify-credential.ts';
import { WrongKeys } from '../access/wrong-keys.ts';
import type { Caller } from '../commands/caller.ts';
import { commandsOf } from '../commands/commands.ts';
import { createContext } from '../context.ts';
import { PublicError } from '../errors/public-error.ts';
import { createExecutor } from '../execution/executor.ts';
import { createAdmission } from '../execution/gate/admission.ts';
import { LIMITS } from '../execution/gate/limits.ts';
import { serveExplorer } from '../explorer/serve-explorer.ts';
import { createFeed, feedOfStore } from '../feed/feed.ts';
import { serveJoin } from '../join/serve-join.ts';
import { createLookouts } from '../lookout/lookouts.ts';
import { PresenceBoard } from '../presence/presence-board.ts';
import { createSchema } from '../schema/create-schema.ts';
import { admitRequest } from './admit-request.ts';
import { answerError, TOO_MANY_WRONG_KEYS, UNAUTHENTICATED, UNAVAILABLE } from './answer-error.ts';
import { answerOperations } from './answer-operation.ts';
import { serveAuth } from './auth/auth-routes.ts';
import { clientAddress } from './client-address.ts';
import { observe } from './observe.ts';
import { allowOrigins } from './origins.ts';
import { OPEN_SHELL, type ServerOptions } from './server-options.ts';
import { serveWebSocket } from './websocket.ts';

export interface GraphqlServer extends AsyncDisposable {
  listen(address: { host: string; port: number }): Promise<{ url: string; port: number }>;
}

const PATH = '/graphql';
const EXPLORER_PATH = '/explorer';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

export async function createServer(options: ServerOptions): Promise<GraphqlServer> {
  const {
    store,
    logger,
    metrics,
    encryption = null,
    tokens = null,
    hooksUrl = null,
    publicUrl = null,
  } = options;
  const rememberMs = options.rememberKeysMs ?? REMEMBER_MS;
  const schema = createSchema();
  const executor = createExecutor(schema, { timeoutMs: options.queryTimeoutMs ?? LIMITS.queryTimeoutMs });
  const shell = { ...OPEN_SHELL, ...options.shell };
  // Our own pages, also behind a proxy that sends another Host than browsers asked for.
  const origins = publicUrl === null ? shell.origins : [...shell.origins, new URL(publicUrl).origin];
  const budgets = new Budgets(shell.budget);
  const sharedBudgets = shareBudgets(budgets, {
    exchange: (spendings) => shareSpendings(store, spendings),
    onFailure: (error) => logger.debug({ event: 'budgets-not-shared', err: error }),
  });
  const admit = createAdmission(schema, {
    budgets,
    maySeeSchema: ({ permissions }) => shell.introspection || permissions.has('SEE_SCHEMA'),
    trusted: shell.trusted,
  });
  const waitsFor = options.waitsFor ?? (() => null);
  const authenticate = createAuthenticator({
    verify: unlessWaiting(waitsFor, credentialVerifier(store, tokens)),
    rememberMs,
  });
  const feed = createFeed(feedOfStore(store), { ...options.feed, logger });
  const presence = new PresenceBoard(store, { ...options.presence, logger });
  const company = (companyId: bigint) => store.company(companyId);
  const lookouts = createLookouts({ ...options.lookouts, company, feed, logger });
  const waiter = new DeliveryWaiter(store);
  const services = {
    company,
    commands: (caller: Caller) => commandsOf({ store, waiter, encryption }, caller),
    feed,
    presence,
    lookouts,
    hooksUrl,
    publicUrl,
    logger,
  };

  const app = createApp(shell.trustedProxies);
  const wrongKeys = new WrongKeys();
  app.decorateRequest('caller', null);
  app.decorateRequest('admitted', null);
  app.route({
    url: PATH,
    method: ['GET', 'POST'],
    // Before the body is read: nobody without a key makes us read one.
    onRequest: (request, reply) => requireKey({ authenticate, wrongKeys }, request, reply),
    preHandler: async (request, reply) => admitRequest(admit, request, reply),
    handler: answerOperations(executor, (request) => createContext(services, callerOf(request), request.id)),
  });
  allowOrigins(app, PATH, origins);
  serveAuth(app, {
    store,
    logger,
    keys: encryption && tokens && { encryption, tokens },
    authenticate,
    oidc: options.oidc ?? null,
    origins,
    publicUrl,
    waitsFor,
  });
  serveJoin(app);
  if (options.explorer) serveExplorer(app, { path: EXPLORER_PATH, logger });
  addPlainRoutes(app, { metrics, ready: () => readiness(store, waitsFor()) });

  const sockets = serveWebSocket({
    server: app.server,
    path: PATH,
    schema,
    executor,
    admit,
    origins,
    authenticate,
    wrongKeys,
    addressOf: clientAddress(shell.trustedProxies),
    socketsPerCaller: shell.socketsPerCaller,
    contextFor: (caller) => createContext(services, caller, randomUUID()),
    logger,
    recheckMs: rememberMs,
  });
  observe(app, metrics, { store, feed, sockets, executor });

  return {
    listen: async (address) => {
      await app.listen(address);
      const bound = app.server.address();
      if (bound === null || typeof bound === 'string')
        throw new TypeError('a TCP server has an address and a port');
      const host = address.host.includes(':') ? `[${address.host}]` : address.host;
      return { port: bound.port, url: `http://${host}:${bound.port}${PATH}` };
    },
    [Symbol.asyncDispose]: async () => {
      // Sockets first: their clients come back to another process. A feed that ends before them would tell them
      // that their subscriptions are complete.
      await sockets[Symbol.asyncDispose]();
      await lookouts[Symbol.asyncDispose]();
      await feed[Symbol.asyncDispose]();
      await presence[Symbol.asyncDispose]();
      await waiter[Symbol.asyncDispose]();
      await sharedBudgets[Symbol.asyncDispose]();
      await app.close();
    },
  };
}

function createApp(trustedProxies: readonly string[]): FastifyInstance {
  const app = fastify({
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: LIMITS.bodyBytes,
    genReqId: () => randomUUID(),
    // Slow headers and bodies: Fastify alone would keep them open for ever.
    connectionTimeout: 30_000,
    requestTimeout: 10_000,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    forceCloseConnections: 'idle',
  });
  app.setErrorHandler((error: { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500)
      return answerError(reply, request.id, {
        status,
        code: 'INTERNAL',
        message: 'Something went wrong on our side.',
      });
    const message =
      status === 413
        ? `The request may be ${LIMITS.bodyBytes} bytes at most.`
        : 'The request cannot be read.';
    return answerError(reply, request.id, { status, code: 'BAD_REQUEST', message });
  });
  return app;
}

async function requireKey(
  { authenticate, wrongKeys }: { authenticate: Authenticate; wrongKeys: WrongKeys },
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const credential = credentialOfHeaders(request.headers);
  if (credential === null) return answerError(reply, request.id, UNAUTHENTICATED);
  if (wrongKeys.isTooMany(request.ip)) return answerError(reply, request.id, TOO_MANY_WRONG_KEYS);
  try {
    request.caller = await authenticate(credential, request.ip);
  } catch {
    return answerError(reply, request.id, UNAVAILABLE);
  }
  if (request.caller) return undefined;
  wrongKeys.note(request.ip, credential);
  return answerError(reply, request.id, UNAUTHENTICATED);
}

function callerOf(request: FastifyRequest): Caller {
  if (request.caller) return request.caller;
  throw new TypeError('a request without a caller came past the key check');
}

/** Nobody comes past the key check before there is a service, over HTTP as over a socket: they are told to try again. */
const unlessWaiting =
  (waitsFor: () => string | null, verify: VerifyCredential): VerifyCredential =>
  async (credential) => {
    const reason = waitsFor();
    if (reason !== null) throw new PublicError(reason, { code: 'SERVICE_UNAVAILABLE', retryable: true });
    return verify(credential);
  };

async function readiness(store: Store, waitsFor: string | null): Promise<HealthReport> {
  if (waitsFor !== null) return { ok: false, details: { reason: waitsFor } };
  await store.ping();
  return { ok: true };
}

function addPlainRoutes(app: FastifyInstance, checks: { metrics: Metrics; ready: HealthCheck }): void {
  const routes = healthRoutes({ live: () => ({ ok: true }), ...checks });
  for (const path of HEALTH_PATHS)
    app.get(path, async (_request, reply) => {
      const { status, contentType, body } = await routes[path]();
      return reply.code(status).type(contentType).header('cache-control', 'no-store').send(body);
    });
  app.get('/', async (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(
        `Domovoy's GraphQL API is at ${PATH} (POST, and graphql-ws for subscriptions). It asks for an API key,\n` +
          'or the access token of a person (POST /auth/sign-in): Authorization: Bearer …\n',
      ),
  );
}
