import {
  AuthenticationError,
  createBitrix24,
  createMemoryTokenStore,
  type OAuthTokens,
  oauthAuth,
  PermissionError,
} from '@domovoy/bitrix24-sdk';
import type { Bitrix24Access } from '@domovoy/domain';
import type { Bitrix24HookSecrets } from '@domovoy/models';

interface Claimed {
  readonly secrets: Bitrix24HookSecrets;
  readonly access: Bitrix24Access & { readonly auth: 'application' };
  readonly memberId: string | null;
  readonly signal: AbortSignal;
}

const HOUR_S = 3_600;

/**
 * Does the access token open our own portal, for our own application? Asked at the address that a person entered, never
 * at the one that the sender wrote. Null: no. `tokens` null: there is no refresh token to go on with.
 */
export async function verifyInstallation({
  secrets,
  access,
  memberId,
  signal,
}: Claimed): Promise<{ readonly tokens: OAuthTokens | null } | null> {
  const { portal } = access.config;
  const claimed: OAuthTokens = {
    accessToken: secrets.accessToken,
    // Never used: nothing is renewed for a claim.
    refreshToken: secrets.refreshToken ?? 'none',
    expiresAt: Date.now() + (secrets.expiresInSeconds ?? HOUR_S) * 1_000,
    clientEndpoint: `${portal}/rest/`,
    serverEndpoint: serverEndpoint(secrets.serverEndpoint, portal),
    memberId: memberId ?? '',
  };
  const { clientId, clientSecret } = access;
  const tokens = createMemoryTokenStore(claimed);
  const client = createBitrix24({
    auth: oauthAuth({ clientId, clientSecret, tokens }),
    retry: { maxAttempts: 1 },
    timeoutMs: 8_000,
  });
  try {
    const { CODE } = await client.application.info({}, { signal, lane: 'chat' });
    if (CODE !== clientId) return null;
    // As they are now: an expired one was renewed on the way.
    const kept = secrets.refreshToken === null || memberId === null ? undefined : await tokens.read();
    return { tokens: kept ?? null };
  } catch (error) {
    if (error instanceof AuthenticationError || error instanceof PermissionError) return null;
    throw error;
  } finally {
    await client.close({ deadlineMs: 0 });
  }
}

const SERVERS = ['oauth.bitrix24.tech', 'oauth.bitrix.info'];

/** Where the tokens are renewed: a server of Bitrix24, or a portal on this machine itself. */
function serverEndpoint(told: string | null, portal: string): string {
  const host = URL.parse(told ?? '')?.host;
  if (host !== undefined && SERVERS.includes(host)) return `https://${host}/rest/`;
  return portal.startsWith('http:') ? `${portal}/rest/` : `https://${SERVERS[0]}/rest/`;
}
