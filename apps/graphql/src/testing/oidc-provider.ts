import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface ProviderPerson {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: unknown;
  readonly name?: string;
  readonly groups?: readonly string[];
}

export interface TestProvider extends AsyncDisposable {
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  /** Another client of the same provider, with the same way back. */
  readonly otherClient: { readonly id: string; readonly secret: string };
  /** Who is signed in at the provider, in whatever browser comes. */
  person: ProviderPerson;
  /** What the provider's token endpoint answers is changed by it on the way: somebody sits in between. */
  tamper: ((answer: Record<string, unknown>) => void | Promise<void>) | null;
  /** The last answer of the token endpoint. */
  readonly answered: readonly Record<string, unknown>[];
}

/** A real OpenID provider over HTTP, at which people are signed in already. */
export async function startProvider(
  callbackUrl: string,
  { claimsInToken = false } = {},
): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const client = { id: 'domovoy', secret: 'a secret of the client' };
  const otherClient = { id: 'other', secret: 'a secret of the other' };
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const provider = new Provider(issuer, {
    clients: [client, otherClient].map(({ id, secret }) => ({
      client_id: id,
      client_secret: secret,
      redirect_uris: [callbackUrl],
    })),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key of the test'] },
    claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !claimsInToken,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: async (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ ...people.get(sub), sub }),
    }),
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId;
      const clientId = oidc.client?.clientId;
      if (accountId === undefined || clientId === undefined) return undefined;
      const grant = new provider.Grant({ accountId, clientId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const people = new Map<string, ProviderPerson>();
  const answered: Record<string, unknown>[] = [];
  provider.use(async (context, next) => {
    if (context.path.startsWith('/interaction/')) {
      people.set(self.person.sub, self.person);
      const result = { login: { accountId: self.person.sub, remember: false } };
      context.redirect(await provider.interactionResult(context.req, context.res, result));
      return;
    }
    await next();
    if (context.path !== '/token' || typeof context.body !== 'object' || context.body === null) return;
    answered.push({ ...context.body });
    await self.tamper?.(context.body as Record<string, unknown>);
  });
  server.on('request', provider.callback());
  const self: TestProvider = {
    issuer,
    client,
    otherClient,
    person: { sub: 'nobody' },
    tamper: null,
    answered,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return self;
}

/** A browser, as far as addresses and cookies go. */
export function createWalker() {
  const jar = new Map<string, string>();
  return {
    jar,
    /** One step: where it leads, and what it answers. */
    step: async (url: string) => {
      const { host } = new URL(url);
      const cookie = [...jar]
        .filter(([name]) => name.startsWith(`${host} `))
        .map(([name, value]) => `${name.slice(host.length + 1)}=${value}`)
        .join('; ');
      const response = await fetch(url, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '') jar.delete(`${host} ${name}`);
        else jar.set(`${host} ${name}`, value);
      }
      const location = response.headers.get('location');
      return { response, next: location === null ? null : new URL(location, url).href };
    },
    /** Follows where it is led, until `isThere` says so. The address is not opened. */
    async walk(url: string, isThere: (url: string) => boolean): Promise<string> {
      let at = url;
      for (let steps = 0; steps < 12; steps += 1) {
        if (isThere(at)) return at;
        const { response, next } = await this.step(at);
        if (next === null)
          throw new Error(`${at} leads nowhere (${response.status}): ${await response.text()}`);
        at = next;
      }
      throw new Error(`${url} leads in circles`);
    },
  };
}
