import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { isOnThisMachine, type OidcSettings } from './oidc-settings.ts';

/** What the browser keeps between leaving and coming back: who does not bring it did not leave from here. */
export interface OidcChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

type Claims = Readonly<Record<string, unknown>>;

export type OidcAnswer =
  | {
      readonly kind: 'identified';
      readonly issuer: string;
      readonly subject: string;
      readonly claims: Claims;
    }
  /** `code` says why, for the log. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unavailable'; readonly code: string };

export interface OidcClient {
  /** Where the browser goes; null: the provider cannot be asked at the moment. */
  begin(): Promise<{ readonly url: URL; readonly checks: OidcChecks } | null>;
  /** `query`: what the browser came back with. */
  complete(query: string, checks: OidcChecks): Promise<OidcAnswer>;
}

const TIMEOUT_SECONDS = 5;
/** Keys are looked up by themselves when a token names a new one; addresses change less often. */
const REDISCOVER_MS = 3_600_000;

/** Authorization Code with PKCE. The only file that speaks to the provider. */
export function createOidcClient(settings: OidcSettings): OidcClient {
  const callbackUrl = `${settings.publicUrl}/auth/oidc/callback`;
  const configured = createDiscovery(settings);
  return {
    begin: async () => {
      const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const config = await configured().catch(() => null);
      if (config === null) return null;
      const url = buildAuthorizationUrl(config, {
        redirect_uri: callbackUrl,
        scope: settings.scopes.join(' '),
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
      });
      return { url, checks };
    },
    complete: async (query, { state, nonce, verifier }) => {
      try {
        const config = await configured();
        const tokens = await authorizationCodeGrant(config, new URL(`${callbackUrl}${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) return { kind: 'refused', code: 'NO_ID_TOKEN' };
        const { iss: issuer, sub: subject } = claims;
        return {
          kind: 'identified',
          issuer,
          subject,
          claims: await aboutPerson(config, { claims, subject, accessToken: tokens.access_token }),
        };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

/** Some providers tell who a person is in the token, others where one asks with it. Never a bit of each about an e-mail. */
async function aboutPerson(
  config: Configuration,
  { claims, subject, accessToken }: { claims: Claims; subject: string; accessToken: string },
): Promise<Claims> {
  if (claims['email'] !== undefined || !config.serverMetadata().userinfo_endpoint) return claims;
  const { email_verified: _unused, ...ofToken } = claims;
  return { ...ofToken, ...(await fetchUserInfo(config, accessToken, subject)) };
}

/** Looked up when it is first needed: an API starts without its provider. */
function createDiscovery(settings: OidcSettings): () => Promise<Configuration> {
  let known: { readonly config: Promise<Configuration>; readonly until: number } | null = null;
  return () => {
    if (known !== null && Date.now() < known.until) return known.config;
    const { issuer, clientId, clientSecret } = settings;
    const config = discovery(new URL(issuer), clientId, undefined, clientAuthentication(clientSecret), {
      // The token is checked by its signature as well, and not only by whom it was fetched from.
      execute: [enableNonRepudiationChecks, ...(isOnThisMachine(issuer) ? [allowInsecureRequests] : [])],
      timeout: TIMEOUT_SECONDS,
    });
    known = { config, until: Date.now() + REDISCOVER_MS };
    config.catch(() => {
      known = null;
    });
    return config;
  };
}

/** In the header, as providers expect of who was registered without a word about it, unless this one does not. */
const clientAuthentication = (secret: string): ClientAuth => {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
};

const SERVER_ERROR = 500;

function failureOf(error: unknown): OidcAnswer {
  if (error instanceof AuthorizationResponseError) return { kind: 'refused', code: word(error.error) };
  if (error instanceof ResponseBodyError)
    return { kind: error.status >= SERVER_ERROR ? 'unavailable' : 'refused', code: word(error.error) };
  if (error instanceof ClientError) {
    const code = error.code ?? 'OIDC_ERROR';
    const isOutage = OUTAGES.has(code) || statusOf(error.cause) >= SERVER_ERROR;
    return { kind: isOutage ? 'unavailable' : 'refused', code };
  }
  // What fetch throws when there is no connection.
  if (error instanceof TypeError && error.cause !== undefined)
    return { kind: 'unavailable', code: 'OIDC_UNREACHABLE' };
  throw error;
}

const OUTAGES = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT']);

const statusOf = (cause: unknown): number => (cause instanceof Response ? cause.status : 0);

/** A provider's, or whoever's who wrote the address: nothing that a log should hold at any length. */
const word = (text: string): string => (/^[\w-]{1,60}$/.test(text) ? text : 'OTHER');
