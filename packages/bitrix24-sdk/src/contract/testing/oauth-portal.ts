import { type OAuthTokens } from '@domovoy/bitrix24-sdk';
import { Answered, refusal, startTestPortal, type TestPortal } from './test-portal.ts';

export const CLIENT = { clientId: 'local.test', clientSecret: 'the-secret-of-the-application' };

export interface OAuthPortal extends AsyncDisposable {
  readonly portal: TestPortal;
  /** What is stored of it in the beginning. */
  readonly tokens: OAuthTokens;
  /** From now on the access token is refused. */
  expire(): void;
  /** How often tokens were renewed, and how often with a refresh token that had been used. */
  readonly counts: { renewals: number; reused: number };
}

/** A portal that lets in an application, and its authorisation server: a refresh token is good once (facts §1.1). */
export async function startOAuthPortal(): Promise<OAuthPortal> {
  let number = 1;
  let isExpired = false;
  const counts = { renewals: 0, reused: 0 };
  const answerOf = () => ({
    access_token: `access-token-${number}`,
    refresh_token: `refresh-token-${number}`,
    expires_in: 3600,
    expires: 0,
    domain: 'oauth.example',
    client_endpoint: `${portal.url}/rest/`,
    server_endpoint: `${portal.url}/rest/`,
    member_id: 'member',
    scope: 'crm',
    user_id: 1,
  });
  const portal = await startTestPortal({ '*': () => 'fine' });
  portal.before = ({ url, body }) => {
    if (url === '/oauth/token/') {
      if (body['client_secret'] !== CLIENT.clientSecret)
        return refusal(401, 'invalid_client', 'wrong secret');
      const isKnown = body['refresh_token'] === `refresh-token-${number}` || body['code'] === 'the-code';
      if (!isKnown) counts.reused += 1;
      if (!isKnown)
        return refusal(400, 'invalid_grant', `Invalid refresh token ${String(body['refresh_token'])}`);
      counts.renewals += 1;
      number += 1;
      isExpired = false;
      return new Answered(200, answerOf());
    }
    return isExpired || body['auth'] !== `access-token-${number}`
      ? refusal(401, 'expired_token', 'The access token provided has expired.')
      : undefined;
  };
  return {
    portal,
    counts,
    tokens: {
      accessToken: 'access-token-1',
      refreshToken: 'refresh-token-1',
      expiresAt: Date.now() + 3_600_000,
      clientEndpoint: `${portal.url}/rest/`,
      serverEndpoint: `${portal.url}/rest/`,
      memberId: 'member',
    },
    expire() {
      isExpired = true;
    },
    [Symbol.asyncDispose]: () => portal[Symbol.asyncDispose](),
  };
}
