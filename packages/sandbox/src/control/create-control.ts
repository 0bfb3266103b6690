import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { isFromThisMachine } from '../http/is-from-this-machine.ts';
import type { Call, ControlContext } from './call.ts';
import { CALLS } from './calls/index.ts';
import { ControlError } from './control-error.ts';

/** The control API: what the outside world would do to RosDomofon, at the push of a button. */
export function createControl(context: ControlContext): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true, routerOptions: { ignoreTrailingSlash: true } });
  // Whatever `curl -d` says that it sends: it is JSON here, and nothing means no wishes.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, async (_request: unknown, body: string) =>
    parseJson(body),
  );
  app.addHook('onRequest', async (request) => refuseForeign(request));
  app.setNotFoundHandler((request) => {
    throw new ControlError(
      404,
      'UNKNOWN_CALL',
      `There is no ${request.method} ${request.url.split('?')[0]}`,
      {
        accepted: CALLS.map(({ method, path }) => `${method} ${path}`),
      },
    );
  });
  app.setErrorHandler<Error & { statusCode?: number; code?: string }>((error, _request, reply) => {
    if (error instanceof ControlError) return reply.code(error.status).send(error.body);
    return reply
      .code(error.statusCode ?? 500)
      .send({ code: error.code ?? 'INTERNAL', message: error.message });
  });
  app.get('/', (_request, reply) => reply.type('text/plain; charset=utf-8').send(indexOf(CALLS, context)));
  for (const call of CALLS) addCall(app, call, context);
  return app;
}

function addCall(app: FastifyInstance, call: Call, context: ControlContext): void {
  app.route({
    method: call.method,
    url: call.path,
    handler: async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const input = call.method === 'POST' ? (request.body ?? {}) : request.query;
      return reply.code(call.status).send(await call.answer(input, context, gone.signal));
    },
  });
}

/** A web page that somebody has open must not reset a sandbox. */
function refuseForeign({ headers }: FastifyRequest): void {
  if (!isFromThisMachine(headers))
    throw new ControlError(
      403,
      'FOREIGN_CALLER',
      `Only this machine may call the sandbox, not ${headers.origin ?? headers.host}`,
    );
}

function parseJson(body: string): unknown {
  if (body.trim() === '') return {};
  try {
    return JSON.parse(body);
  } catch {
    throw new ControlError(400, 'INVALID_JSON', 'The body is no JSON', {
      accepted: 'a JSON object, or no body',
    });
  }
}

function indexOf(calls: readonly Call[], { companyShortName }: ControlContext): string {
  const blocks = calls.map(({ method, path, summary, accepted }) =>
    [
      `${method} ${path}`,
      `  ${summary}`,
      ...Object.entries(accepted).map(([field, text]) => `    ${field}: ${text}`),
    ].join('\n'),
  );
  return `Domovoy's sandbox of the company ${companyShortName}. JSON in, JSON out; every field may be left out.\n\n${blocks.join('\n\n')}\n`;
}
