import { createServer } from 'node:http';
import type { Metrics } from '../metrics/create-metrics.ts';
import { HEALTH_PATHS, type HealthChecks, healthRoutes } from './health-routes.ts';

export interface HealthServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
}

/** For processes that have no HTTP server of their own. Rejects when the port cannot be had. */
export async function startHealthServer(
  options: HealthChecks & { host: string; port: number; metrics: Metrics },
): Promise<HealthServer> {
  const routes = healthRoutes(options);
  const server = createServer({ requestTimeout: 5_000 }, async (request, response) => {
    const pathname = (request.url ?? '').split('?', 1)[0];
    const path = HEALTH_PATHS.find((known) => known === pathname);
    if (!path || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(path ? 405 : 404).end();
      return;
    }
    try {
      const { status, contentType, body } = await routes[path]();
      response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body);
    } catch {
      response.writeHead(500).end();
    }
  });
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ host: options.host, port: options.port }, resolve);
  await listening;
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new TypeError('a TCP server has an address and a port');
  const { port } = address;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}`,
    port,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}
