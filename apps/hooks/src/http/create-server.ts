import type { HealthCheck, Logger } from '@domovoy/service-kit';
import type { SecretBox, Store } from '@domovoy/store';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { HookTargets } from '../bitrix24/hook-targets.ts';
import { receiveAuthorization } from '../bitrix24/receive-authorization.ts';
import {
  type Received,
  type Reception,
  receiveEvent,
  receiveInstallationForm,
} from '../bitrix24/receive-event.ts';
import { EventRate } from '../limits/event-rate.ts';
import { Refusals } from '../limits/refusals.ts';
import type { HookMetrics } from '../observe/hook-metrics.ts';
import { CONNECTOR_PAGE, INSTALLATION_PAGE, pageOf, STATUS_OF_PAGE } from './pages.ts';

export interface HooksServerOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly metrics: HookMetrics;
  /** Null: installations and authorisations are answered with 503. */
  readonly encryption: SecretBox | null;
  readonly eventsPerSecond: number;
  readonly ready: HealthCheck;
  /** By whom events are told from forged ones; left out: by the tokens in the database. */
  readonly targets?: HookTargets;
}

export interface HooksServer extends AsyncDisposable {
  listen(address: { host: string; port: number }): Promise<{ url: string; port: number }>;
}

/** A message of a chat with its files and names: a few KB. */
const BODY_BYTES = 256 * 1_024;
const INSTALLATIONS = { perSecond: 0.2, burst: 12 } as const;
const FORM = 'application/x-www-form-urlencoded';

export function createHooksServer(options: HooksServerOptions): HooksServer {
  const { store, logger, metrics, encryption, eventsPerSecond } = options;
  const refusals = new Refusals({ store, logger, metrics });
  const reception: Reception = {
    store,
    encryption,
    refusals,
    targets: options.targets ?? new HookTargets(store),
    rate: new EventRate(eventsPerSecond),
    installationRate: new EventRate(INSTALLATIONS.perSecond, { burst: INSTALLATIONS.burst }),
  };
  const app = createApp(logger, metrics);
  addBitrix24(app, reception, metrics);
  addHealth(app, options.ready);
  return {
    listen: async (address) => {
      await app.listen(address);
      const bound = app.server.address();
      if (bound === null || typeof bound === 'string')
        throw new TypeError('a TCP server has an address and a port');
      const host = address.host.includes(':') ? `[${address.host}]` : address.host;
      return { port: bound.port, url: `http://${host}:${bound.port}` };
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await refusals[Symbol.asyncDispose]();
    },
  };
}

function createApp(logger: Logger, metrics: HookMetrics): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_BYTES,
    // Slow headers and bodies: Fastify alone would keep them open for ever.
    connectionTimeout: 20_000,
    requestTimeout: 10_000,
    keepAliveTimeout: 30_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    forceCloseConnections: 'idle',
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    // What a portal does not send again is looked for by the consumer later; the row is what matters, and it is not there.
    if (status >= 500) logger.error({ event: 'hook-failed', route: request.routeOptions.url, err: error });
    metrics.events.inc({ outcome: status >= 500 ? 'failed' : 'unreadable' });
    return reply.code(status >= 500 ? 503 : status).send();
  });
  app.addHook('onResponse', async (request, reply) => {
    metrics.seconds.observe({ route: request.routeOptions.url ?? 'none' }, reply.elapsedTime / 1_000);
  });
  return app;
}

interface OfIntegration {
  Params: { integration: string };
  Querystring: Record<string, unknown>;
  Body: string;
}

const idOf = (request: FastifyRequest<OfIntegration>): bigint | null =>
  /^[1-9]\d{0,17}$/.test(request.params.integration) ? BigInt(request.params.integration) : null;

function addBitrix24(app: FastifyInstance, reception: Reception, metrics: HookMetrics): void {
  const answer = (reply: FastifyReply, { status, outcome }: Received) => {
    if (status === 200 || status === 404 || status === 503) metrics.events.inc({ outcome });
    return reply.code(status);
  };
  app.post<OfIntegration>('/bitrix24/:integration', async (request, reply) => {
    const id = idOf(request);
    if (id === null) return reply.code(404).send();
    return answer(reply, await receiveEvent(reception, id, request.body ?? '')).send();
  });
  app.post<OfIntegration>('/bitrix24/:integration/install', async (request, reply) => {
    const id = idOf(request);
    if (id === null) return reply.code(404).send();
    const received = await receiveInstallationForm(reception, id, request.body ?? '', request.query);
    return answer(reply, received)
      .type('text/html; charset=utf-8')
      .send(received.status === 200 ? INSTALLATION_PAGE : '');
  });
  // The portal opens it in a frame of its own, with a form that is of no use here.
  app.post('/bitrix24/:integration/connector', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(CONNECTOR_PAGE),
  );
  app.get('/bitrix24/oauth', async (request, reply) => {
    const page = await receiveAuthorization(reception, request.query);
    return (
      reply
        .code(STATUS_OF_PAGE[page])
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        // The address holds a code and a state.
        .header('referrer-policy', 'no-referrer')
        .send(pageOf(page, request.headers['accept-language']))
    );
  });
}

function addHealth(app: FastifyInstance, ready: HealthCheck): void {
  app.get('/healthz', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ ok: true }),
  );
  app.get('/readyz', async (_request, reply) => {
    const { ok } = await Promise.resolve(ready()).catch(() => ({ ok: false }));
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok });
  });
}
