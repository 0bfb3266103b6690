import { tell } from '../diagnostics.ts';
import { ConfigurationError, ConnectionError } from '../errors.ts';
import type { Settings } from '../options.ts';
import type { OAuthTokens } from './token-store.ts';
import type { Tokens } from './tokens.ts';

/** Where the portal is, and how it lets us in. */
export interface Portal {
  /** Whose limits are kept to. */
  host(): Promise<string>;
  target(method: string): Promise<Target>;
  /** The host of that target answered with a redirect: the portal was renamed (facts §1). */
  move(target: Target, location: string | undefined): void;
}

export interface Target {
  readonly url: string;
  readonly tokens: OAuthTokens | undefined;
}

type PortalSettings = Pick<Settings, 'auth' | 'allowPlainHttp' | 'onMoved'>;

export function createPortal(settings: PortalSettings, tokens: Tokens | undefined): Portal {
  const { auth, allowPlainHttp, onMoved } = settings;
  /** The address that the portal told of, instead of the one that it had. */
  let movedTo: { from: string; to: string } | undefined;
  if (auth.kind === 'webhook') assertSafe(auth.url, allowPlainHttp);

  const at = async (): Promise<{ base: URL; tokens: OAuthTokens | undefined }> => {
    const current = await tokens?.current();
    const base = new URL(auth.kind === 'webhook' ? auth.url : (current?.clientEndpoint ?? ''));
    // Renewed tokens may name the new address by themselves.
    if (movedTo && base.origin === movedTo.from)
      return { base: new URL(base.pathname, movedTo.to), tokens: current };
    assertSafe(base.href, allowPlainHttp);
    return { base, tokens: current };
  };

  return {
    host: async () => (await at()).base.host,
    async target(method) {
      const { base, tokens: current } = await at();
      return { url: new URL(`${base.pathname.replace(/\/?$/, '/')}${method}`, base).href, tokens: current };
    },
    move({ url, tokens: used }, location) {
      const { origin } = new URL(url);
      const to = location === undefined ? null : URL.parse(location, url);
      const first = new URL(auth.kind === 'webhook' ? auth.url : (used?.clientEndpoint ?? url)).origin;
      // Another call has followed already.
      if (movedTo && movedTo.to !== origin) return;
      if (!to || to.origin === origin || !to.pathname.startsWith('/rest/') || !isSafe(to, allowPlainHttp))
        throw new ConnectionError('the portal redirects to something else than a portal');
      movedTo = { from: first, to: to.origin };
      tell('moved', { from: origin, to: to.origin });
      // Not waited for, and nothing is lost when it fails: the next client is redirected as we were.
      tokens?.move(movedTo).catch(() => {});
      onMoved?.({ from: origin, to: to.origin });
    },
  };
}

/** The secrets of web hooks stand in their addresses. */
export const secretsOf = (auth: Settings['auth'], tokens: Tokens | undefined): (() => string[]) => {
  const own =
    auth.kind === 'webhook' ? [new URL(auth.url).pathname.split('/')[3] ?? ''] : [auth.clientSecret];
  return () => [...own, ...(tokens?.secrets() ?? [])];
};

function assertSafe(url: string, allowPlainHttp: boolean): void {
  if (!isSafe(new URL(url), allowPlainHttp))
    throw new ConfigurationError(
      'Plain http:// would show the secret to whoever is on the way: use https://, or allowPlainHttp',
    );
}

const isSafe = ({ protocol, hostname }: URL, allowPlainHttp: boolean): boolean =>
  protocol === 'https:' || (protocol === 'http:' && (allowPlainHttp || isLoopback(hostname)));

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
