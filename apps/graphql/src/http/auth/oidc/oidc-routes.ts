import { countAddressAttempt, signInByIdentity } from '@domovoy/domain';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { UNAVAILABLE } from '../../answer-error.ts';
import { INPUT_INVALID, notProven, OIDC_OFF, refuse, SIGN_IN_REFUSED } from '../auth-answers.ts';
import { type AuthTools, placeOf, RefusedError, readInput } from '../auth-request.ts';
import { setRefreshToken } from '../refresh-cookie.ts';
import { createOidcClient } from './oidc-client.ts';
import { forgetFlow, type OidcFlow, readFlow, setFlow } from './oidc-flow.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { personOfClaims } from './person-of-claims.ts';

export interface OidcRouteOptions {
  readonly tools: AuthTools;
  /** Null: none is configured. */
  readonly settings: OidcSettings | null;
  readonly origins: readonly string[];
}

const Begin = z.object({
  returnTo: z.string().max(1_000).default('/'),
  company: z.string().max(100).optional(),
});

/**
 * Signing in at the identity provider of the installation. Both routes are what a browser walks through, not what a page
 * asks: the first leads away, the second leads back with the cookie of a session, as after a password.
 */
export function oidcRoutes(app: FastifyInstance, { tools, settings, origins }: OidcRouteOptions): void {
  app.get('/oidc', async (_request, reply) => reply.send({ isOn: settings !== null }));
  if (settings !== null) return walkedThrough(app, { tools, settings, origins });
  for (const path of ['/oidc/begin', '/oidc/callback'])
    app.get(path, async (request, reply) => refuse(request, reply, OIDC_OFF));
}

function walkedThrough(
  app: FastifyInstance,
  { tools, settings, origins }: OidcRouteOptions & { readonly settings: OidcSettings },
): void {
  const client = createOidcClient(settings);
  const { encryption } = tools;
  const pages = [new URL(settings.publicUrl).origin, ...origins];

  app.get('/oidc/begin', async (request, reply) => {
    const { returnTo, company } = readInput(Begin, request.query);
    const place = pageOf(returnTo, pages, settings.publicUrl);
    const begun = await client.begin();
    if (begun === null) return refuse(request, reply, UNAVAILABLE);
    setFlow(request, reply, { encryption, flow: { ...begun.checks, returnTo: place, company } });
    return reply.redirect(begun.url.href, 302);
  });

  app.get('/oidc/callback', async (request, reply) => {
    const flow = readFlow(request, encryption);
    // Not from here, or long ago: there is no page to go back to.
    if (flow === null) return refuse(request, reply, SIGN_IN_REFUSED);
    forgetFlow(request, reply);
    const attempt = await countAddressAttempt(tools.store, request.ip, tools.limits);
    if (attempt.newlyOver !== null) tools.noteRefusal({ email: null, reason: 'limit', address: request.ip });
    if (attempt.retryAfterMs !== null)
      return refuse(request, reply, notProven({ kind: 'limited', retryAfterMs: attempt.retryAfterMs }));
    const query = URL.parse(request.url, settings.publicUrl)?.search ?? '';
    const answer = await client.complete(query, flow);
    if (answer.kind !== 'identified') {
      tools.logger.warn({ event: 'oidc-refused', code: answer.code, requestId: request.id });
      return goBack(reply, flow, answer.kind === 'unavailable' ? UNAVAILABLE.code : SIGN_IN_REFUSED.code);
    }
    const person = { ...personOfClaims(answer, settings), company: flow.company, place: placeOf(request) };
    const result = await signInByIdentity(tools.store, person);
    if (result.kind === 'refused') {
      tools.noteRefusal({ email: result.email, reason: 'identity', address: request.ip });
      return goBack(reply, flow, SIGN_IN_REFUSED.code);
    }
    await attempt.right();
    setRefreshToken(request, reply, result.refreshToken);
    return goBack(reply, flow, null);
  });
}

/** The page asks `/auth/refresh` for its token, as at every start: no address ever has one. */
function goBack(reply: FastifyReply, { returnTo }: OidcFlow, error: string | null): FastifyReply {
  const url = new URL(returnTo);
  if (error !== null) url.searchParams.set('signInError', error);
  return reply.redirect(url.href, 303);
}

/** A page of ours, or of those that may use the API: a link to us never leads to anybody else. */
function pageOf(returnTo: string, origins: readonly string[], base: string): string {
  const url = URL.parse(returnTo, base);
  if (url === null || !origins.includes(url.origin)) throw new RefusedError(INPUT_INVALID);
  return url.href;
}
