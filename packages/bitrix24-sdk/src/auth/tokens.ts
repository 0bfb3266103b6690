import { AuthenticationError, ConfigurationError } from '../errors.ts';
import type { OAuthTokens, TokenStore } from './token-store.ts';

/** The tokens of an application, renewed only when the portal refuses them (facts §1.1: whoever renews more is blocked). */
export interface Tokens {
  current(): Promise<OAuthTokens>;
  /** Others than these, which were refused; of many callers one renews, in one process. */
  replace(refused: OAuthTokens): Promise<OAuthTokens>;
  /** The portal was renamed: whoever reads its tokens next finds it at its new address. */
  move(portal: { readonly from: string; readonly to: string }): Promise<void>;
  /** What no error may quote. */
  secrets(): Iterable<string>;
}

export function createTokens(
  store: TokenStore,
  renew: (tokens: OAuthTokens) => Promise<OAuthTokens>,
): Tokens {
  let known: OAuthTokens | undefined;
  let replacing: Promise<OAuthTokens> | undefined;
  const seen = new Set<string>();
  const keep = (tokens: OAuthTokens | undefined): OAuthTokens => {
    if (!tokens)
      throw new ConfigurationError(
        'There are no tokens: exchange the code of an authorisation (exchangeCode) and save what it gives',
      );
    known = tokens;
    for (const secret of [tokens.accessToken, tokens.refreshToken]) remember(seen, secret);
    return tokens;
  };

  const replaceOnce = (refused: OAuthTokens) =>
    store.withLock(async (locked) => {
      const stored = keep(await locked.read());
      // Another process was quicker.
      if (stored.accessToken !== refused.accessToken) return stored;
      const renewed = await renew(stored);
      // Before anybody uses it: the old refresh token is worth nothing from now on.
      await locked.save(renewed);
      return keep(renewed);
    });

  return {
    async current() {
      return known ?? keep(await store.read());
    },
    async replace(refused) {
      for (;;) {
        if (known && known.accessToken !== refused.accessToken) return known;
        replacing ??= replaceOnce(refused).finally(() => {
          replacing = undefined;
        });
        const replaced = await replacing;
        // Otherwise it was the end of an earlier renewal, whose token is what was refused.
        if (replaced.accessToken !== refused.accessToken) return replaced;
      }
    },
    move: ({ from, to }) =>
      store.withLock(async (locked) => {
        const stored = await locked.read();
        if (!stored) return;
        const { origin, pathname } = new URL(stored.clientEndpoint);
        // Renewed tokens have named it already, or another process was quicker.
        if (origin !== from) return;
        const moved = { ...stored, clientEndpoint: new URL(pathname, to).href };
        await locked.save(moved);
        keep(moved);
      }),
    secrets: () => seen,
  };
}

export const isExpiredToken = (error: unknown): error is AuthenticationError =>
  error instanceof AuthenticationError && error.code === 'BITRIX24_TOKEN_EXPIRED';

/** An answer about the last token may still come while the next one is in use. */
const MOST_SECRETS = 8;

function remember(seen: Set<string>, secret: string): void {
  seen.delete(secret);
  seen.add(secret);
  const [oldest] = seen;
  if (seen.size > MOST_SECRETS && oldest !== undefined) seen.delete(oldest);
}
