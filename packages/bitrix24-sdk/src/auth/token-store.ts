/** What the application has of one portal; to be kept as a secret. */
export interface OAuthTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Where the portal's REST is: `https://portal.bitrix24.ru/rest/`. */
  readonly clientEndpoint: string;
  /** Where tokens of this portal's region are renewed: `https://oauth.bitrix24.tech/rest/`. */
  readonly serverEndpoint: string;
  /** Names the portal for good, also when its address changes. */
  readonly memberId: string;
  readonly scope?: string | undefined;
  readonly userId?: string | undefined;
}

/** The tokens while nobody else may replace them. */
export interface LockedTokens {
  read(): Promise<OAuthTokens | undefined>;
  /** Durable when it resolves: the refresh token before it is worth nothing by then. */
  save(tokens: OAuthTokens): Promise<void>;
}

/** Where the tokens of one portal are kept. All processes that use them share one store. */
export interface TokenStore {
  read(): Promise<OAuthTokens | undefined>;
  /** Runs `work` while no other process, and no other client, runs its own: a row lock, for one. */
  withLock<T>(work: (locked: LockedTokens) => Promise<T>): Promise<T>;
}

/** In memory, for one process. */
export function createMemoryTokenStore(tokens?: OAuthTokens): TokenStore {
  let kept = tokens;
  let last: Promise<unknown> = Promise.resolve();
  const read = async () => kept;
  return {
    read,
    withLock(work) {
      const turn = last.then(() =>
        work({
          read,
          async save(replacing) {
            kept = replacing;
          },
        }),
      );
      last = turn.catch(() => {});
      return turn;
    },
  };
}
