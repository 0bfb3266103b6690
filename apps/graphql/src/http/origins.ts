import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Browsers name the page that asks, nothing else does. Our own pages are always allowed. */
export function isAllowedOrigin(headers: IncomingHttpHeaders, origins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return origins.includes(origin) || URL.parse(origin)?.host === host;
}

/** CORS for the route of the API: no cookies, so a page can do nothing without a key of its own. */
export function allowOrigins(app: FastifyInstance, path: string, origins: readonly string[]): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin !== undefined && origins.includes(origin))
      reply.headers({ 'access-control-allow-origin': origin, vary: 'Origin' });
  });
  app.options(path, async (request, reply) => {
    if (!isAllowedOrigin(request.headers, origins)) return reply.code(403).send();
    return reply
      .code(204)
      .headers({
        'access-control-allow-methods': 'POST, GET',
        'access-control-allow-headers': 'authorization, content-type, x-api-key, apollo-require-preflight',
        'access-control-expose-headers': 'retry-after',
        'access-control-max-age': '600',
      })
      .send();
  });
}
