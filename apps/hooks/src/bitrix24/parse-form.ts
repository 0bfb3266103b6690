import type { Bitrix24HookEvent, Bitrix24HookSecrets } from '@domovoy/models';
import { parse } from 'qs';
import { z } from 'zod';

/** What a form of a portal says. */
export interface HookForm {
  readonly event: string;
  readonly ts: string | null;
  readonly data: unknown;
  readonly portal: Bitrix24HookEvent['portal'];
  readonly applicationToken: string | null;
  /** Null: it brought no token of its own to work with. */
  readonly secrets: Bitrix24HookSecrets | null;
}

/** Longest `data[MESSAGES][0][message][files][0][link]` and some; a portal's events have a few dozen values. */
const LIMITS = { depth: 10, parameterLimit: 1_000, arrayLimit: 500 } as const;

const text = z.string().optional().catch(undefined);
const Auth = z
  .object({
    domain: text,
    member_id: text,
    user_id: text,
    application_token: text,
    access_token: text,
    refresh_token: text,
    expires_in: text,
    client_endpoint: text,
    server_endpoint: text,
  })
  .catch({});
const Form = z.object({
  event: z.string().regex(/^[A-Za-z0-9_]{1,100}$/),
  ts: text,
  data: z.unknown().optional(),
  auth: Auth.optional(),
});
/** What a portal posts to the installation path of an application that has pages. */
const Page = z.object({
  AUTH_ID: z.string().min(1),
  REFRESH_ID: text,
  AUTH_EXPIRES: text,
  member_id: text,
  DOMAIN: text,
  APPLICATION_TOKEN: text,
});

function read(body: string): Record<string, unknown> | null {
  try {
    return parse(body, {
      ...LIMITS,
      strictDepth: true,
      throwOnLimitExceeded: true,
      // Keys such as `__proto__` become nothing; `data[]=…` and `data[0]` become lists.
      allowPrototypes: false,
      plainObjects: false,
    });
  } catch {
    return null;
  }
}

/** PHP's bracket form, as events are posted; null: it is none, or larger or deeper than any event. */
export function parseEvent(body: string): HookForm | null {
  const form = Form.safeParse(read(body));
  if (!form.success) return null;
  const { event, ts, data, auth = {} } = form.data;
  return {
    event: event.toUpperCase(),
    ts: ts ?? null,
    data: data ?? null,
    portal: {
      domain: auth.domain ?? null,
      memberId: auth.member_id ?? null,
      userId: auth.user_id ?? null,
    },
    applicationToken: auth.application_token || null,
    secrets: auth.access_token
      ? {
          accessToken: auth.access_token,
          refreshToken: auth.refresh_token || null,
          applicationToken: auth.application_token || null,
          expiresInSeconds: secondsOf(auth.expires_in),
          clientEndpoint: auth.client_endpoint ?? null,
          serverEndpoint: auth.server_endpoint ?? null,
        }
      : null,
  };
}

/**
 * What a portal posts to the initial installation path: the form of an event (`auth[…]`) for an application that uses the
 * API only, or single fields for one with pages. Null: neither.
 */
export function parseInstallation(body: string, query: Record<string, unknown>): HookForm | null {
  const event = parseEvent(body.includes('event=') ? body : `event=INSTALLATION&${body}`);
  if (event?.secrets) return event;
  const page = Page.safeParse({ ...query, ...read(body) });
  if (!page.success) return null;
  const { AUTH_ID, REFRESH_ID, AUTH_EXPIRES, member_id, DOMAIN, APPLICATION_TOKEN } = page.data;
  return {
    event: 'INSTALLATION',
    ts: null,
    data: null,
    portal: { domain: DOMAIN ?? null, memberId: member_id ?? null, userId: null },
    applicationToken: APPLICATION_TOKEN || null,
    secrets: {
      accessToken: AUTH_ID,
      refreshToken: REFRESH_ID || null,
      applicationToken: APPLICATION_TOKEN || null,
      expiresInSeconds: secondsOf(AUTH_EXPIRES),
      clientEndpoint: DOMAIN ? `https://${DOMAIN}/rest/` : null,
      serverEndpoint: null,
    },
  };
}

function secondsOf(given: string | undefined): number | null {
  const seconds = Number(given);
  return given && Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}
