import { freePort } from '@domovoy/testkit';
import type { OidcSettings } from '../http/auth/oidc/oidc-settings.ts';
import { startApi, type TestApi } from './api.ts';
import { createWalker, type ProviderPerson, startProvider, type TestProvider } from './oidc-provider.ts';
import { postAuth } from './person.ts';

export type Walker = ReturnType<typeof createWalker>;

/** An API and its identity provider, over real HTTP. */
export interface OidcWorld extends AsyncDisposable {
  readonly api: TestApi;
  readonly provider: TestProvider;
  readonly publicUrl: string;
  /** What the API logged. */
  readonly logged: string[];
  /** From the API to the provider and back, up to the address that the API is asked with. */
  toCallback(
    person: ProviderPerson,
    walker?: Walker,
    query?: string,
  ): Promise<{ walker: Walker; back: string }>;
  /** The whole way: where the browser ends, and the refresh token that it got. */
  signIn(person: ProviderPerson, query?: string): Promise<Arrival>;
  finish(walker: Walker, back: string): Promise<Arrival>;
}

export interface Arrival {
  readonly status: number;
  readonly error: string | null;
  readonly page: string | null;
  readonly refreshToken: string | null;
  readonly cookies: readonly string[];
  /** What `viewer` says of the session; null: there is none. */
  // any: answers are looked at by tests, which know their shape
  readonly viewer: any;
}

const WHO = '{ viewer { actor role company { shortName } person { name } } }';

export async function openOidcWorld({
  origins = [],
  claimsInToken = false,
  databaseUrl,
  ...more
}: {
  origins?: string[];
  claimsInToken?: boolean;
  databaseUrl?: string;
} & Partial<Pick<OidcSettings, 'rolesOfGroups' | 'issuer'>> = {}): Promise<OidcWorld> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const provider = await startProvider(`${publicUrl}/auth/oidc/callback`, { claimsInToken });
  const logged: string[] = [];
  const api = await startApi({
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    port,
    logged,
    shell: { origins },
    publicUrl,
    oidc: {
      issuer: provider.issuer,
      clientId: provider.client.id,
      clientSecret: provider.client.secret,
      publicUrl,
      scopes: ['openid', 'email', 'profile'],
      groupsClaim: 'groups',
      rolesOfGroups: [],
      ...more,
    },
  });

  const toCallback: OidcWorld['toCallback'] = async (person, walker = createWalker(), query = '') => {
    provider.person = person;
    const back = await walker.walk(`${publicUrl}/auth/oidc/begin${query}`, (url) =>
      url.startsWith(`${publicUrl}/auth/oidc/callback`),
    );
    return { walker, back };
  };
  const finish: OidcWorld['finish'] = async (walker, back) => {
    const { response, next } = await walker.step(back);
    const cookies = response.headers.getSetCookie();
    const refreshToken =
      cookies.map((line) => /^domovoy_refresh=([^;]+)/.exec(line)?.[1]).find((token) => token) ?? null;
    const refreshed = refreshToken === null ? null : await postAuth(api.url, 'refresh', {}, { refreshToken });
    const answer = refreshed && (await api.query(refreshed.body.accessToken, WHO));
    return {
      status: response.status,
      page: next,
      error: next && new URL(next).searchParams.get('signInError'),
      refreshToken: refreshed?.refreshToken ?? null,
      cookies,
      viewer: answer?.data.viewer ?? null,
    };
  };
  return {
    api,
    provider,
    publicUrl,
    logged,
    toCallback,
    finish,
    signIn: async (person, query) => {
      const { walker, back } = await toCallback(person, createWalker(), query);
      return finish(walker, back);
    },
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]();
      await provider[Symbol.asyncDispose]();
    },
  };
}
