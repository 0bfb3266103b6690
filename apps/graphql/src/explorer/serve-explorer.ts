import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Logger } from '@domovoy/service-kit';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { createExplorerBuild, EXPLORER_FOLDER } from './build-explorer.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ttf': 'font/ttf',
};

/** Nothing from elsewhere, and no script that is written into a page. Monaco writes its styles itself. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const BUILDING = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Domovoy: API explorer</title>
<p>The explorer is being put together. This happens once and takes some seconds.</p>`;
const BUILDING_FOR_MS = 1_000;

/** The API's explorer, a page without a secret in it: who opens it enters a key. */
export function serveExplorer(
  app: FastifyInstance,
  { path, logger }: { path: string; logger: Logger },
): void {
  const built = createExplorerBuild();
  const send = async (reply: FastifyReply, name: string, cacheControl: string) => {
    const body = await readFile(join(EXPLORER_FOLDER, name)).catch(() => null);
    if (body === null)
      return reply.code(404).type('text/plain; charset=utf-8').send('There is no such file.\n');
    return reply
      .type(TYPES[extname(name)] ?? 'application/octet-stream')
      .headers(headersWith(cacheControl))
      .send(body);
  };
  app.get(path, async (_request, reply) => reply.redirect(`${path}/`));
  app.get(`${path}/`, async (_request, reply) => {
    const waited = Promise.withResolvers<'waits'>();
    const patience = setTimeout(() => waited.resolve('waits'), BUILDING_FOR_MS);
    const state = await Promise.race([built().then(() => 'there' as const), waited.promise]).catch(
      (error: unknown) => {
        logger.error({ event: 'explorer-failed', err: error });
        return 'broken' as const;
      },
    );
    clearTimeout(patience);
    if (state === 'there') return send(reply, 'index.html', 'no-cache');
    if (state === 'broken')
      return reply.code(500).type('text/plain; charset=utf-8').send('The explorer could not be built.\n');
    return reply.code(503).type('text/html; charset=utf-8').headers(headersWith('no-store')).send(BUILDING);
  });
  app.get<{ Params: { name: string } }>(`${path}/assets/:name`, async ({ params: { name } }, reply) =>
    // The name holds a hash of what is in it.
    /^[\w.-]+$/.test(name)
      ? send(reply, `assets/${name}`, 'public, max-age=31536000, immutable')
      : reply.code(404).send(),
  );
}

const headersWith = (cacheControl: string) => ({
  'cache-control': cacheControl,
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});
