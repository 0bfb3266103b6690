import type { SecretBox } from '@domovoy/store';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isSecure } from '../refresh-cookie.ts';

const NAME = 'domovoy_oidc';
const IDENTITY = 'oidc-flow';
/** A person looks for their password, and for the telephone with the second factor. */
const LIFETIME_MS = 15 * 60_000;

const Flow = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  company: z.string().optional(),
  until: z.number(),
});
/** A person who is with the provider. */
export type OidcFlow = Omit<z.output<typeof Flow>, 'until'>;

/**
 * Sealed, in the browser: any process of the API goes on with it, and none keeps anything of those who never come back.
 * `Lax`, because the provider's page sends the browser here.
 */
const options = (request: FastifyRequest) => ({
  name: NAME,
  path: '/auth/oidc',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: isSecure(request),
});

export function setFlow(
  request: FastifyRequest,
  reply: FastifyReply,
  { encryption, flow }: { encryption: SecretBox; flow: OidcFlow },
): void {
  const text = JSON.stringify({ ...flow, until: Date.now() + LIFETIME_MS });
  const value = Buffer.from(encryption.seal(text, IDENTITY)).toString('base64url');
  reply.header('set-cookie', stringifySetCookie({ ...options(request), value, maxAge: LIFETIME_MS / 1_000 }));
}

/** Null: there is none, it is not ours, or it took too long. */
export function readFlow({ headers }: FastifyRequest, encryption: SecretBox): OidcFlow | null {
  const sealed = parseCookie(headers.cookie ?? '')[NAME];
  if (sealed === undefined || sealed === '') return null;
  try {
    const text = encryption.open(Buffer.from(sealed, 'base64url'), IDENTITY);
    const { until, ...flow } = Flow.parse(JSON.parse(text));
    return Date.now() < until ? flow : null;
  } catch {
    return null;
  }
}

/** Good for one coming back, whatever comes of it. */
export const forgetFlow = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.header('set-cookie', stringifySetCookie({ ...options(request), value: '', maxAge: 0 }));
