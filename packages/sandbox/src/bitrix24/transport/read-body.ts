import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RestError } from '../rest-error.ts';
import { isRecord, type Params } from './params.ts';
import { parsePhpQuery } from './php-query.ts';

/** JSON, forms of both kinds, and whatever else says that it is JSON (facts §1). */
export function addPortalBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => parsePhpQuery(body),
  );
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) =>
      parseMultipart(request.headers['content-type'] ?? '', body),
  );
  app.addContentTypeParser('*', { parseAs: 'string' }, async (_request: unknown, body: string) =>
    parseJson(body),
  );
}

function parseJson(body: string): unknown {
  if (body.trim() === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new RestError(400, 'INVALID_REQUEST', 'The body is no JSON');
  }
}

async function parseMultipart(contentType: string, body: Buffer): Promise<Params> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
  const pairs: string[] = [];
  const files: [string, unknown][] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    else files.push([name, [value.name, Buffer.from(await value.arrayBuffer()).toString('base64')]]);
  }
  return { ...parsePhpQuery(pairs.join('&')), ...Object.fromEntries(files) };
}

/** What stands in the query and in the body, in one: the body has the last word. */
export function paramsOf(url: string, body: unknown): Params {
  const at = url.indexOf('?');
  const query = at === -1 ? {} : parsePhpQuery(url.slice(at + 1));
  return isRecord(body) ? { ...query, ...body } : query;
}
