import type { BudgetOptions, HealthCheck, Logger } from '@domovoy/service-kit';
import type { SecretBox, Store } from '@domovoy/store';
import { type FastifyInstance, fastify } from 'fastify';
import { lookUpStates } from '../bitrix24/receive-authorization.ts';
import { LIMITS } from '../limits/limits.ts';
import { Refusals } from '../limits/refusals.ts';
import { SharedRate } from '../limits/shared-rate.ts';
import { Strangers } from '../limits/strangers.ts';
import { HookTargets } from '../lookup/hook-targets.ts';
import type { HookMetrics } from '../observe/hook-metrics.ts';
import { answerRefusal } from './answer-refusal.ts';
import { addBitrix24, refuseStranger } from './bitrix24-routes.ts';

export interface HooksServerOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly metrics: HookMetrics;
  /** Null: installations and authorisations are answered with 503. */
  readonly encryption: SecretBox | null;
  /** Of one integration, in all processes together. */
  readonly events?: BudgetOptions;
  /** How often the processes tell each other what they took. */
  readonly shareEveryMs?: number;
  /** Proxies whose `X-Forwarded-For` is believed: addresses, blocks, `loopback`. */
  readonly trustedProxies?: readonly string[];
  readonly ready: HealthCheck;
  /** By whom events are told from forged ones; left out: by the tokens in the database. */
  readonly targets?: HookTargets;
}

export interface HooksServer extends AsyncDisposable {
  listen(address: { host: string; port: number }): Promise<{ url: string; port: number }>;
}

const FORM = 'application/x-www-form-urlencoded';

export function createHooksServer(options: HooksServerOptions): HooksServer {
  const { store, logger, metrics, encryption, events = LIMITS.events, trustedProxies = [] } = options;
  const refusals = new Refusals({ store, logger, metrics });
  const strangers = new Strangers();
  const sharing = {
    store,
    logger,
    ...(options.shareEveryMs === undefined ? {} : { everyMs: options.shareEveryMs }),
  };
  const rates = {
    events: new SharedRate({ ...sharing, name: 'hook', budget: events }),
    claims: new SharedRate({ ...sharing, name: 'hook-claim', budget: LIMITS.claims }),
  };
  const app = createApp({ logger, metrics, strangers, trustedProxies });
  addBitrix24(app, {
    reception: {
      store,
      encryption,
      refusals,
      ...rates,
      reserved: Math.floor(events.points * LIMITS.reservedShare),
      targets: options.targets ?? new HookTargets(store),
      states: lookUpStates(store),
    },
    strangers,
    metrics,
  });
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
      await Promise.all([refusals, rates.events, rates.claims].map((part) => part[Symbol.asyncDispose]()));
    },
  };
}

interface AppOptions extends Pick<HooksServerOptions, 'logger' | 'metrics'> {
  readonly strangers: Strangers;
  readonly trustedProxies: readonly string[];
}

function createApp({ logger, metrics, strangers, trustedProxies }: AppOptions): FastifyInstance {
  const app = fastify({
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: LIMITS.bodyBytes,
    // Slow headers and bodies: Fastify alone would keep them open for ever.
    connectionTimeout: 20_000,
    requestTimeout: 10_000,
    keepAliveTimeout: 30_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    forceCloseConnections: 'idle',
    // Of a path that cannot be read Fastify alone would say what it was, and nobody would count it.
    frameworkErrors: (_error, request, reply) =>
      refuseStranger({ strangers, metrics }, { request, reply, status: 404 }),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    metrics.events.inc({ outcome: status >= 500 ? 'failed' : 'unreadable' });
    if (status < 500) return refuseStranger({ strangers, metrics }, { request, reply, status });
    // What a portal does not send again is looked for by the consumer later; the row is what matters, and it is not there.
    logger.error({ event: 'hook-failed', route: request.routeOptions.url, err: error });
    return answerRefusal(reply, 503);
  });
  app.setNotFoundHandler((request, reply) =>
    refuseStranger({ strangers, metrics }, { request, reply, status: 404 }),
  );
  app.addHook('onResponse', async (request, reply) => {
    metrics.seconds.observe({ route: request.routeOptions.url ?? 'none' }, reply.elapsedTime / 1_000);
  });
  return app;
}

/** The port is open to the world: whoever asks while the database is being asked waits for the same answer. */
function addHealth(app: FastifyInstance, ready: HealthCheck): void {
  const check = async () => ready();
  let asking: Promise<{ ok: boolean }> | null = null;
  const isReady = () =>
    (asking ??= check()
      .catch(() => ({ ok: false }))
      .finally(() => {
        asking = null;
      }));
  app.get('/healthz', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ ok: true }),
  );
  app.get('/readyz', async (_request, reply) => {
    const { ok } = await isReady();
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok });
  });
}
