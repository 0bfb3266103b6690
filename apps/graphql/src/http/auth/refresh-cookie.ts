import { SESSION_LIFE } from '@domovoy/domain';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'domovoy_refresh';
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

declare module 'fastify' {
  interface FastifyInstance {
    /** Browsers reach it over TLS. The Host does not tell: a proxy on this machine sends its own. */
    isBehindTls: boolean;
  }
}

/** Unless asked for by a browser on this machine, as far as one can tell. */
export const isSecure = ({ headers, server }: FastifyRequest): boolean =>
  server.isBehindTls || !LOCAL.test(headers.host ?? '');

/**
 * No script reads it, no other site sends it, and it goes to the routes of sessions alone. Over plain HTTP it works on
 * this machine only: browsers keep nothing `Secure` from elsewhere.
 */
const options = (request: FastifyRequest) => ({
  name: NAME,
  path: '/auth',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: isSecure(request),
});

export const refreshTokenOf = ({ headers }: FastifyRequest): string | null =>
  parseCookie(headers.cookie ?? '')[NAME] ?? null;

export function setRefreshToken(request: FastifyRequest, reply: FastifyReply, value: string): void {
  const maxAge = Math.floor(SESSION_LIFE.idleMs / 1_000);
  reply.header('set-cookie', stringifySetCookie({ ...options(request), value, maxAge }));
}

export function forgetRefreshToken(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('set-cookie', stringifySetCookie({ ...options(request), value: '', maxAge: 0 }));
}
