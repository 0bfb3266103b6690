import { z } from 'zod';

/** What a portal's events come in by: the topic of their source in the inbox. */
export const BITRIX24_HOOKS = {
  events: 'bitrix24:events',
  authorizations: 'bitrix24:authorizations',
} as const;

const text = z.string().nullable();

/**
 * An event of a portal as it lies in the inbox: what the form said, without a token. `data` has PHP's shape: every value
 * is a string, an empty list may stand for an empty object.
 */
export const Bitrix24HookEvent = z.object({
  /** Upper case, `ONCRMDEALUPDATE`; `INSTALLATION` for the form that a portal posts when it installs the application. */
  event: z.string(),
  /** Of the portal's clock, in seconds. */
  ts: text,
  data: z.unknown(),
  portal: z.object({ domain: text, memberId: text, userId: text }),
  /** True: its token was known. False: an installation that has to be verified at the portal. */
  isVerified: z.boolean(),
});
export type Bitrix24HookEvent = z.infer<typeof Bitrix24HookEvent>;

/** What is secret about an installation: sealed beside it. */
export const Bitrix24HookSecrets = z.object({
  accessToken: z.string(),
  refreshToken: text,
  applicationToken: text,
  expiresInSeconds: z.number().nullable(),
  clientEndpoint: text,
  serverEndpoint: text,
});
export type Bitrix24HookSecrets = z.infer<typeof Bitrix24HookSecrets>;

/** A person said yes at the portal and came back. */
export const Bitrix24Authorization = z.object({
  /** `oauth.bitrix24.tech`: where the code is exchanged; the sender may have written anything. */
  serverDomain: text,
  domain: text,
  memberId: text,
});
export type Bitrix24Authorization = z.infer<typeof Bitrix24Authorization>;

/** Sealed beside it. */
export const Bitrix24AuthorizationSecrets = z.object({ code: z.string() });
