import type { Metrics } from '@domovoy/service-kit';
import { feedHeldBy, type Store } from '@domovoy/store';
import type { FastifyInstance } from 'fastify';
import type { Executor } from '../execution/executor.ts';
import type { Feed } from '../feed/feed.ts';
import type { WebSocketEndpoint } from './websocket.ts';

/** What /metrics tells of this process besides its memory and time. */
export function observe(
  app: FastifyInstance,
  metrics: Metrics,
  parts: { store: Store; feed: Feed; sockets: WebSocketEndpoint; executor: Executor },
): void {
  const requests = metrics.histogram({
    name: 'domovoy_http_request_seconds',
    help: 'Time until an HTTP answer was sent.',
    labels: ['route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });
  app.addHook('onResponse', async (request, reply) => {
    requests.observe(
      { route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1_000,
    );
  });
  metrics.gauge({
    name: 'domovoy_websockets',
    help: 'Open sockets.',
    collect: (gauge) => gauge.set(parts.sockets.socketCount),
  });
  metrics.gauge({
    name: 'domovoy_feed_followers',
    help: 'Subscriptions that are live (not replaying).',
    collect: (gauge) => gauge.set(parts.feed.followerCount),
  });
  metrics.gauge({
    name: 'domovoy_feed_held_seconds',
    help: 'Age of the oldest transaction that has written and not ended: nothing after it can be read. -1: unknown.',
    collect: async (gauge) => {
      const holder = await feedHeldBy(parts.store).catch(() => 'unknown' as const);
      gauge.set(holder === 'unknown' ? -1 : (holder?.seconds ?? 0));
    },
  });
  metrics.gauge({
    name: 'domovoy_compiled_operations',
    help: 'GraphQL documents that are kept compiled.',
    collect: (gauge) => gauge.set(parts.executor.compiledCount),
  });
}
