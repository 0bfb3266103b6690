import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Fault } from '../faults/fault.ts';
import { installFaults } from '../faults/install-faults.ts';
import { createRequestRecorder } from '../history/record-requests.ts';
import { callerOf } from './auth/caller-of.ts';
import { addOAuth } from './auth/oauth-routes.ts';
import { portalCallerInHistory } from './auth/portal-caller.ts';
import { answerCall } from './calls/answer-call.ts';
import { calledNames, isForPrograms } from './calls/called-names.ts';
import { problemWire } from './calls/problem-wire.ts';
import { addPortalPages } from './page/add-portal-pages.ts';
import type { PortalContext } from './portal-context.ts';
import { RestError } from './rest-error.ts';
import { callPathOf } from './transport/call-path.ts';
import { addPortalBodies, paramsOf } from './transport/read-body.ts';

/** Files come as base64 in JSON. */
const BODY_LIMIT_BYTES = 64 << 20;
const FOUND = '<html>\n<head><title>302 Found</title></head>\n<body></body>\n</html>\n';

export interface Tls {
  key: string;
  cert: string;
}

/** A Bitrix24 portal over HTTP (facts: bitrix24). */
export function createPortal(context: PortalContext, tls?: Tls): FastifyInstance {
  const app: FastifyInstance = Fastify({
    forceCloseConnections: true,
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    // Undefined is plain HTTP, which the types know by the absence of the field.
    ...({ https: tls } as object),
  });
  const struck = new WeakMap<FastifyRequest, Fault>();
  const recorder = createRequestRecorder(context.history, portalCallerInHistory, calledNames);
  addPortalBodies(app);
  app.addHook('onRequest', async (request, reply) => {
    if (isForPrograms(request.url)) recorder.begin(request);
    if (isOldAddress(context, request)) await sendOn(context, request, reply);
  });
  installFaults(app, context.faults, {
    problem: problemWire,
    rateLimitStatus: 503,
    pathsOf: calledNames,
    hook: 'preValidation',
    revokeToken: (request) => revokeToken(context, request),
    onStruck: (request, fault) => {
      if (fault.commands !== undefined) struck.set(request, fault);
      const record = recorder.of(request);
      if (!record) return;
      record.calls = calledNames(request);
      record.faults.push({ id: fault.id, kind: fault.kind });
    },
  });
  recorder.install(app);
  addRefusals(app);
  addOAuth(app, context);
  app.all('/rest/*', async (request, reply) => answerCall(context, request, reply, struck.get(request)));
  addPortalPages(app, context);
  return app;
}

/** The authorisation server is not renamed with the portal. */
const isOldAddress = ({ address }: PortalContext, { url, headers }: FastifyRequest) =>
  !url.startsWith('/oauth/') && address.isOld(headers.host);

const sendOn = ({ address }: PortalContext, { url }: FastifyRequest, reply: FastifyReply) =>
  reply.code(302).header('location', `${address.origin}${url}`).type('text/html; charset=utf-8').send(FOUND);

function addRefusals(app: FastifyInstance): void {
  app.setNotFoundHandler(({ method, url }, reply) =>
    reply.code(404).send({
      error: 'ERROR_METHOD_NOT_FOUND',
      error_description: `There is no ${method} ${url.split('?')[0]}`,
    }),
  );
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    if (error instanceof RestError) return reply.code(error.status).send(error.body);
    return reply
      .code(error.statusCode ?? 500)
      .send({ error: 'INTERNAL_SERVER_ERROR', error_description: error.message });
  });
}

/** Of an application. A webhook has no token, and stays. */
function revokeToken(context: PortalContext, { url, body, headers }: FastifyRequest): void {
  const caller = callerOf(context, callPathOf(url), paramsOf(url, body), headers.authorization);
  if (caller.kind === 'webhook') return;
  const { accessHash } = context.tokens.grantOf(caller.accessToken);
  context.tokens.revoke((grant) => grant.accessHash === accessHash);
}
