import { type AccessTokens, createPasswords } from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import type { SecretBox, Store } from '@domovoy/store';
import type { FastifyInstance } from 'fastify';
import type { Authenticate } from '../../access/authenticator.ts';
import { PublicError } from '../../errors/public-error.ts';
import { UNAVAILABLE } from '../answer-error.ts';
import { isAllowedOrigin } from '../origins.ts';
import { NO_JSON, ORIGIN_REFUSED, refuse, SIGN_IN_OFF } from './auth-answers.ts';
import { RefusedError } from './auth-request.ts';
import { oidcRoutes } from './oidc/oidc-routes.ts';
import type { OidcSettings } from './oidc/oidc-settings.ts';
import { personRoutes } from './person-routes.ts';
import { createRefusalTrail } from './refusal-trail.ts';
import { sessionRoutes } from './session-routes.ts';

export interface AuthOptions {
  readonly store: Store;
  readonly logger: Logger;
  /** Null: the process has no ENCRYPTION_KEY, so nobody can sign in. */
  readonly keys: { readonly encryption: SecretBox; readonly tokens: AccessTokens } | null;
  readonly authenticate: Authenticate;
  /** Null: people sign in with passwords alone. */
  readonly oidc: OidcSettings | null;
  readonly origins: readonly string[];
  /** Where browsers reach the API; null: nobody said. */
  readonly publicUrl: string | null;
  readonly waitsFor: () => string | null;
}

/** A request that signs in waits for its hash; a person's browser never sends more. */
const BODY_BYTES = 10_000;
const JSON_TYPE = /^application\/json *(;|$)/i;

/**
 * People: sessions, passwords, second factors. Apart from GraphQL, so that no secret is part of a document. The cookie
 * opens nothing but these routes, which take JSON alone, from pages of allowed origins: no form of another site can.
 */
export function serveAuth(app: FastifyInstance, options: AuthOptions): void {
  const { store, logger, keys, authenticate, oidc, origins, publicUrl, waitsFor } = options;
  void app.register(
    async (auth) => {
      auth.decorate('isBehindTls', publicUrl?.startsWith('https:') ?? false);
      auth.addHook('onRoute', (route) => {
        route.bodyLimit = BODY_BYTES;
      });
      auth.addHook('onRequest', async (request, reply) => {
        reply.header('cache-control', 'no-store');
        if (!isAllowedOrigin(request.headers, origins)) return refuse(request, reply, ORIGIN_REFUSED);
        if (request.headers.origin !== undefined && origins.includes(request.headers.origin))
          reply.header('access-control-allow-credentials', 'true');
        if (request.method === 'OPTIONS') return undefined;
        if (waitsFor() !== null) return refuse(request, reply, UNAVAILABLE);
        if (keys === null) return refuse(request, reply, SIGN_IN_OFF);
        // What is only looked at changes nothing, and carries nothing.
        if (request.method === 'GET') return undefined;
        return JSON_TYPE.test(request.headers['content-type'] ?? '')
          ? undefined
          : refuse(request, reply, NO_JSON);
      });
      const known = auth.errorHandler;
      auth.setErrorHandler((error, request, reply) => {
        if (error instanceof RefusedError) return refuse(request, reply, error.refusal);
        if (isOutage(error)) return refuse(request, reply, UNAVAILABLE);
        if (!isOfRequest(error)) logger.error({ event: 'auth-failed', err: error, requestId: request.id });
        return known(error, request, reply);
      });
      auth.route({
        method: 'OPTIONS',
        url: '/*',
        handler: async (_request, reply) =>
          reply
            .code(204)
            .headers({
              'access-control-allow-methods': 'POST',
              'access-control-allow-headers': 'authorization, content-type',
              'access-control-max-age': '600',
            })
            .send(),
      });
      if (keys === null) {
        for (const method of ['GET', 'POST'])
          auth.route({ method, url: '/*', handler: async () => undefined });
        return;
      }
      const trail = createRefusalTrail(store, logger);
      auth.addHook('onClose', trail.settled);
      const noteRefusal = trail.note;
      const tools = { store, logger, authenticate, passwords: createPasswords(), noteRefusal, ...keys };
      sessionRoutes(auth, tools);
      personRoutes(auth, tools);
      oidcRoutes(auth, { tools, settings: oidc, origins });
    },
    { prefix: '/auth' },
  );
}

const isOfRequest = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'statusCode' in error && Number(error.statusCode) < 500;

const isOutage = (error: unknown): boolean =>
  (error instanceof PublicError && error.extensions['retryable'] === true) ||
  (typeof error === 'object' && error !== null && 'retryable' in error && error.retryable === true);
