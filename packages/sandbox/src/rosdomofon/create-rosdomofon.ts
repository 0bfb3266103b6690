import Fastify, { type FastifyInstance } from 'fastify';
import { createAccessTokens } from './access-tokens.ts';
import { sendProblem } from './problem.ts';
import type { RosDomofonContext } from './resource.ts';
import { RESOURCES } from './resources/index.ts';
import { addSignIn, type Credentials, TOKEN_PATH } from './sign-in.ts';

export interface RosDomofonOptions extends RosDomofonContext {
  credentials: Credentials;
  now?: () => number;
}

/** The REST side of RosDomofon (facts §1, §4), as far as it is built. */
export function createRosDomofon({
  credentials,
  now = Date.now,
  ...context
}: RosDomofonOptions): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true, routerOptions: { ignoreTrailingSlash: true } });
  const tokens = createAccessTokens(now);
  addBodyParsers(app);
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.split('?')[0] === TOKEN_PATH) return;
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() === 'bearer' && token && tokens.isValid(token)) return;
    await sendProblem(
      reply,
      401,
      token ? 'The token is invalid or has expired' : 'Authorization: Bearer <token> is missing',
    );
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, 404, `The sandbox does not know ${request.method} ${request.url.split('?')[0]} (yet)`),
  );
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) =>
    sendProblem(reply, error.statusCode ?? 500, error.message),
  );
  addSignIn(app, credentials, tokens);
  for (const resource of RESOURCES) resource(app, context);
  return app;
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
      } catch (error) {
        throw Object.assign(new Error('The body is no JSON', { cause: error }), { statusCode: 400 });
      }
    },
  );
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)),
  );
}
