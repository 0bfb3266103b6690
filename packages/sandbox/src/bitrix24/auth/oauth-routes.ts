import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { PortalContext } from '../portal-context.ts';
import { type Params, textParam } from '../transport/params.ts';
import { paramsOf } from '../transport/read-body.ts';
import { applicationOf } from './applications.ts';
import { tokenWire } from './token-wire.ts';

const CODE_LIFETIME_MS = 30_000;

interface Consent {
  clientId: string;
  untilMs: number;
}

/** `/oauth/authorize/`, where nobody is asked: the sandbox consents at once; and `/oauth/token/` (facts §1.1). */
export function addOAuth(app: FastifyInstance, context: PortalContext): void {
  const consents = new Map<string, Consent>();
  context.onReset(() => consents.clear());

  app.get('/oauth/authorize/', (request, reply) => {
    const params = paramsOf(request.url, undefined);
    const application = applicationOf(context.state, textParam(params, 'client_id') ?? '');
    if (!application)
      return reply.code(400).type('text/html; charset=utf-8').send('<h1>Application not found</h1>');
    const code = randomBytes(35).toString('hex');
    consents.set(code, { clientId: application.clientId, untilMs: context.now() + CODE_LIFETIME_MS });
    const target =
      textParam(params, 'redirect_uri') ?? application.redirectUrl ?? `${context.address.origin}/`;
    return reply.redirect(
      withQuery(target, {
        code,
        state: textParam(params, 'state') ?? '',
        domain: context.address.host,
        member_id: context.credentials.memberId,
        scope: application.scopes.join(','),
        server_domain: new URL(context.address.authOrigin).host,
      }),
    );
  });

  for (const method of ['GET', 'POST'] as const)
    app.route({
      method,
      url: '/oauth/token/',
      handler: (request, reply) => {
        const answer = grant(context, consents, paramsOf(request.url, request.body));
        return reply.code(answer.status).send(answer.body);
      },
    });
}

interface Granted {
  status: number;
  body: object;
}

function grant(context: PortalContext, consents: Map<string, Consent>, params: Params): Granted {
  const application = applicationOf(context.state, textParam(params, 'client_id') ?? '');
  if (!application || textParam(params, 'client_secret') !== application.clientSecret)
    return refusal(401, 'invalid_client', 'Invalid client');
  switch (textParam(params, 'grant_type') ?? '') {
    case 'authorization_code': {
      const code = textParam(params, 'code') ?? '';
      const consent = consents.get(code);
      consents.delete(code);
      if (consent?.clientId !== application.clientId || consent.untilMs <= context.now())
        return refusal(400, 'invalid_grant', 'Invalid authorization code');
      return { status: 200, body: tokenWire(context, context.tokens.issue(application, application.userId)) };
    }
    case 'refresh_token': {
      const issued = context.tokens.renew(application, textParam(params, 'refresh_token') ?? '');
      if (!issued) return refusal(400, 'invalid_grant', 'Invalid refresh token');
      context.usage.count('refreshes');
      return { status: 200, body: tokenWire(context, issued) };
    }
    default:
      return refusal(400, 'invalid_request', 'Invalid grant_type');
  }
}

const refusal = (status: number, error: string, description: string): Granted => ({
  status,
  body: { error, error_description: description },
});

function withQuery(target: string, query: Record<string, string>): string {
  const url = new URL(target);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
