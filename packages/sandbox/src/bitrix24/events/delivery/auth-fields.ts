import { createHash } from 'node:crypto';
import { applicationOf } from '../../auth/applications.ts';
import type { IssuedTokens } from '../../auth/tokens.ts';
import type { PortalContext } from '../../portal-context.ts';
import type { EventData } from '../portal-event.ts';
import type { QueuedEvent, TokenKind } from '../tables.ts';

export type Auth = Readonly<Record<string, EventData>>;
export interface AuthFields {
  of(event: QueuedEvent, options: { token: TokenKind; hasNoAccessToken: boolean }): Auth;
  forget(): void;
}

type Core = Pick<PortalContext, 'state' | 'credentials' | 'address' | 'tokens' | 'now'>;

/** The `auth[…]` of an event: five fields for an outgoing webhook, more for an application (facts §8). */
export function createAuthFields(core: Core): AuthFields {
  const eventTokens = createEventTokens(core);
  return {
    of(event, { token, hasNoAccessToken }) {
      if (token === 'foreign') return authOfAnotherPortal(event);
      const { origin, host, authOrigin } = core.address;
      const auth: Auth = {
        domain: host,
        client_endpoint: `${origin}/rest/`,
        server_endpoint: `${authOrigin}/rest/`,
        member_id: core.credentials.memberId,
        application_token: applicationToken(event, token),
      };
      if (event.clientId === null) return auth;
      const application = applicationOf(core.state, event.clientId);
      const status = { scope: application?.scopes.join(',') ?? '', status: 'L' };
      // Whoever makes an event up knows no access token either; the background has none (facts §8).
      if (!application || token !== 'right' || hasNoAccessToken || event.userId === null)
        return { ...auth, ...status };
      const tokens = event.hasRefreshToken
        ? core.tokens.issue(application, event.userId)
        : eventTokens.of(application, event.userId);
      return {
        ...auth,
        ...status,
        access_token: tokens.accessToken,
        expires: Math.floor(tokens.expiresAtMs / 1000),
        expires_in: tokens.lifetimeS,
        user_id: event.userId,
        refresh_token: event.hasRefreshToken ? tokens.refreshToken : null,
      };
    },
    forget: () => eventTokens.forget(),
  };
}

function applicationToken({ applicationToken: right }: QueuedEvent, token: TokenKind): string | null {
  if (token === 'missing') return null;
  // As long as the right one, and other in its last letter: who compares only the beginning shall notice it.
  return token === 'right' ? right : `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`;
}

/** A portal that exists somewhere, with tokens of its own. */
function authOfAnotherPortal({ applicationToken: right }: QueuedEvent): Auth {
  const token = createHash('md5').update(`another portal than that of ${right}`).digest('hex');
  return {
    domain: 'another.bitrix24.example',
    client_endpoint: 'https://another.bitrix24.example/rest/',
    server_endpoint: 'https://oauth.bitrix24.example/rest/',
    member_id: createHash('md5').update(token).digest('hex'),
    application_token: token,
  };
}

/**
 * Access tokens for events, each used for half of its life: a token for every event would be a line of the journal for
 * every event.
 */
function createEventTokens({ tokens, now }: Pick<Core, 'tokens' | 'now'>) {
  const known = new Map<string, IssuedTokens>();
  const isGood = ({ accessToken, expiresAtMs, lifetimeS }: IssuedTokens) => {
    if (expiresAtMs - now() < lifetimeS * 500) return false;
    try {
      return tokens.grantOf(accessToken) !== null;
    } catch {
      return false; // expired or revoked by a control call
    }
  };
  return {
    of(application: Parameters<Core['tokens']['issue']>[0], userId: number): IssuedTokens {
      const key = `${application.clientId} ${userId}`;
      const before = known.get(key);
      if (before && isGood(before)) return before;
      const issued = tokens.issue(application, userId);
      known.set(key, issued);
      return issued;
    },
    forget: () => known.clear(),
  };
}
