import type { PortalContext } from '../portal-context.ts';
import type { IssuedTokens } from './tokens.ts';

/** What the authorisation server answers with; events carry the same (facts §1.1, §8). */
export const tokenWire = (
  { address, credentials }: Pick<PortalContext, 'address' | 'credentials'>,
  { accessToken, refreshToken, expiresAtMs, lifetimeS, scopes, userId }: IssuedTokens,
) => ({
  access_token: accessToken,
  expires: Math.floor(expiresAtMs / 1000),
  expires_in: lifetimeS,
  scope: scopes.join(','),
  domain: new URL(address.authOrigin).host,
  server_endpoint: `${address.authOrigin}/rest/`,
  status: 'L',
  client_endpoint: `${address.origin}/rest/`,
  member_id: credentials.memberId,
  user_id: userId,
  refresh_token: refreshToken,
});
