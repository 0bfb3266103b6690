import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { FaultList } from '../faults/fault-list.ts';
import { installFaults } from '../faults/install-faults.ts';
import { createRequestRecorder } from '../history/record-requests.ts';
import type { RequestHistory, RequestRecord } from '../history/request-history.ts';
import type { AccessTokens } from './auth/access-tokens.ts';
import { callerOf, setCaller } from './auth/caller.ts';
import { addSignIn, TOKEN_PATH } from './auth/sign-in.ts';
import { problemWire, RequestProblem, sendProblem } from './problem.ts';
import type { RosDomofonContext } from './resource.ts';
import { RESOURCES } from './resources/index.ts';

export interface RosDomofonOptions extends RosDomofonContext {
  tokens: AccessTokens;
  faults: FaultList;
  history: RequestHistory;
}

/** The REST side of RosDomofon (facts §1, §4). */
export function createRosDomofon(context: RosDomofonOptions): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 500 } });
  const recorder = createRequestRecorder(context.history, callerInHistory);
  addBodyParsers(app);
  app.addHook('onRequest', async (request) => recorder.begin(request));
  installFaults(app, context.faults, {
    problem: problemWire,
    rateLimitStatus: 429,
    pathsOf: ({ url }) => [url.split('?')[0] ?? ''],
    hook: 'onRequest',
    revokeToken: (request) => void context.tokens.revoke((_caller, token) => token === tokenOf(request)),
    onStruck: (request, { id, kind }) => recorder.of(request)?.faults.push({ id, kind }),
  });
  recorder.install(app);
  app.addHook('onRequest', async (request, reply) => {
    if (isOpenToAll(request.method, request.url)) return;
    const token = tokenOf(request);
    const caller = token === null ? null : context.tokens.callerOf(token);
    if (caller) return setCaller(request, caller);
    await sendProblem(
      reply,
      401,
      token === null ? 'Authorization: Bearer <token> is missing' : 'The token is invalid or has expired',
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

function tokenOf({ headers }: FastifyRequest): string | null {
  const [scheme, token] = (headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? token : null;
}

function callerInHistory(request: FastifyRequest): RequestRecord['caller'] {
  const caller = callerOf(request);
  if (!caller) return null;
  return caller.kind === 'operator'
    ? { company: caller.company.shortName }
    : { abonentId: caller.abonent.id };
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
