import { z } from 'zod';
import { ConfigurationError } from '../errors.ts';
import type { TokenStore } from './token-store.ts';

/** A web hook: an address that is a secret as a whole. */
export interface WebhookAuth {
  readonly kind: 'webhook';
  readonly url: string;
}

/** An application: tokens of one portal, renewed when the portal refuses them. */
export interface OAuthAuth {
  readonly kind: 'oauth';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokens: TokenStore;
}

export type Auth = WebhookAuth | OAuthAuth;

export interface OAuthAuthOptions {
  clientId: string;
  clientSecret: string;
  /** The tokens of the portal, as `exchangeCode` or an installation event brought them. */
  tokens: TokenStore;
}

const WEBHOOK_PATH = /^\/rest\/\d+\/[^/]+\/?$/;

/** An incoming web hook: `https://portal.bitrix24.ru/rest/1/code/`. */
export function webhookAuth(url: string): WebhookAuth {
  const parsed = URL.parse(url);
  // The address is the secret: no error quotes it.
  if (!parsed || !/^https?:$/.test(parsed.protocol) || !WEBHOOK_PATH.test(parsed.pathname))
    throw new ConfigurationError(
      'webhookAuth: expected the address of an incoming web hook, https://<portal>/rest/<user id>/<code>/',
    );
  return { kind: 'webhook', url: `${parsed.origin}${parsed.pathname.replace(/\/?$/, '/')}` };
}

/** An application that was installed in a portal. */
export const oauthAuth = (options: OAuthAuthOptions): OAuthAuth => ({ kind: 'oauth', ...options });

const isStore = (value: unknown): value is TokenStore =>
  typeof value === 'object' && value !== null && 'read' in value && 'withLock' in value;

export const AuthOption = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('webhook'), url: z.url() }),
    z.strictObject({
      kind: z.literal('oauth'),
      clientId: z.string().min(1),
      clientSecret: z.string().min(1),
      tokens: z.custom<TokenStore>(isStore, { error: 'expected an object with read and withLock' }),
    }),
  ],
  { error: 'expected webhookAuth(…) or oauthAuth(…)' },
);
