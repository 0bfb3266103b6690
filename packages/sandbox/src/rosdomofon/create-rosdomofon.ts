import Fastify, { type FastifyInstance } from 'fastify';
import type { AccessTokens } from './auth/access-tokens.ts';
import { setCaller } from './auth/caller.ts';
import { addSignIn, TOKEN_PATH } from './auth/sign-in.ts';
import { RequestProblem, sendProblem } from './problem.ts';
import type { RosDomofonContext } from './resource.ts';
import { RESOURCES } from './resources/index.ts';

/** The REST side of RosDomofon (facts §1, §4). */
export function createRosDomofon(context: RosDomofonContext & { tokens: AccessTokens }): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 500 } });
  addBodyParsers(app);
  app.addHook('onRequest', async (request, reply) => {
    if (isOpenToAll(request.method, request.url)) return;
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    const caller = scheme?.toLowerCase() === 'bearer' && token ? context.tokens.callerOf(token) : null;
    if (caller) return setCaller(request, caller);
    await sendProblem(
      reply,
      401,
      token ? 'The token is invalid or has expired' : 'Authorization: Bearer <token> is missing',
    );
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, 404, `There is no ${request.method} ${request.url.split('?')[0]}`),
  );
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) =>
    sendProblem(
      reply,
      error instanceof RequestProblem ? error.status : (error.statusCode ?? 500),
      error.message,
    ),
  );
  addSignIn(app, context, context.tokens);
  for (const resource of RESOURCES) resource(app, context);
  return app;
}

/** Who has no token yet can ask for one, and for a code by SMS. */
function isOpenToAll(method: string, url: string): boolean {
  const path = url.split('?')[0] ?? '';
  return (
    path === TOKEN_PATH ||
    (method === 'POST' && /^\/abonents-service\/api\/v1\/abonents\/[^/]+\/sms$/.test(path))
  );
}

/** Clients announce JSON and send nothing, also with GET and PUT (facts §4.2): an empty body is no body. */
function addBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => {
      if (body.trim() === '') return undefined;
      try {
        return JSON.parse(body) as unknown;
      } catch {
        throw new RequestProblem(400, 'The body is no JSON');
      }
    },
  );
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)),
  );
}
