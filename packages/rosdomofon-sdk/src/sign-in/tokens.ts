/** Refreshed so long before it expires, or at half of its life when that is shorter. */
const REFRESH_BEFORE_MS = 60_000;

export interface Token {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly refreshAt: number;
}

export interface Tokens {
  /** A token that is good for some time. */
  current(): Promise<string>;
  /** Another one than this, which the service refused. */
  replace(refused: string | undefined): Promise<string>;
  /** One that was got in another way. */
  accept(token: Token): void;
  /** What must not show up anywhere. */
  secrets(): string[];
}

export const tokenFor = (value: string, lifetimeMs: number, now: number): Token => ({
  value,
  expiresAt: now + lifetimeMs,
  refreshAt: now + lifetimeMs - Math.min(REFRESH_BEFORE_MS, lifetimeMs / 2),
});

/** Keeps one token. However many calls need a new one, one of them gets it for all. */
export function createTokens({
  obtain,
  now,
  first,
}: {
  obtain: () => Promise<Token>;
  now: () => number;
  first?: Token | undefined;
}): Tokens {
  let token = first;
  let underway: Promise<Token> | undefined;

  const renew = (): Promise<Token> => {
    underway ??= obtain()
      .then((obtained) => {
        token = obtained;
        return obtained;
      })
      .finally(() => {
        underway = undefined;
      });
    return underway;
  };

  const current = async () => {
    if (!token || now() >= token.expiresAt) return (await renew()).value;
    // Still good: nobody waits for the next one, and if it cannot be had now, there is time to try again.
    if (now() >= token.refreshAt) renew().catch(() => {});
    return token.value;
  };
  return {
    current,
    async replace(refused) {
      if (token?.value === refused) token = undefined;
      return current();
    },
    accept(accepted) {
      token = accepted;
    },
    secrets: () => (token ? [token.value] : []),
  };
}
