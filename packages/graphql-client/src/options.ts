/** What a program decides once. */
export interface ClientOptions {
  /** `https://hub.example.org/graphql` */
  readonly url: string;
  /** `dmv_…`, or what gives it: asked before each request and each connection. */
  readonly apiKey: string | (() => string | Promise<string>);
  /** Of subscriptions; left out, that of `url` with `ws`. */
  readonly webSocketUrl?: string;
  /** How long one attempt of a request may take; 30,000. The API itself gives up after 20 s. */
  readonly timeoutMs?: number;
  readonly retry?: Partial<RetryOptions>;
  /** How long a connection may be silent, or take to come about, before another one is tried; 20,000. */
  readonly silenceMs?: number;
  /** Left out: the platform's. */
  readonly fetch?: typeof globalThis.fetch;
  readonly webSocket?: typeof WebSocket;
}

export interface RetryOptions {
  /** Attempts of one request, the first one counted; 5. Subscriptions come back for ever. */
  readonly attempts: number;
  /** Pauses grow from the first to the longest, each by chance between nothing and that; 200 and 5,000. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export const DEFAULT_RETRY: RetryOptions = { attempts: 5, firstPauseMs: 200, longestPauseMs: 5_000 };

export interface Settings {
  readonly url: string;
  readonly webSocketUrl: string;
  readonly apiKey: () => Promise<string>;
  readonly timeoutMs: number;
  readonly silenceMs: number;
  readonly retry: RetryOptions;
  readonly fetch: typeof globalThis.fetch;
  readonly webSocket: typeof WebSocket | undefined;
}

export function settingsOf(options: ClientOptions): Settings {
  const { url, apiKey } = options;
  return {
    url,
    webSocketUrl: options.webSocketUrl ?? url.replace(/^http/, 'ws'),
    apiKey: async () => (typeof apiKey === 'string' ? apiKey : apiKey()),
    timeoutMs: options.timeoutMs ?? 30_000,
    silenceMs: options.silenceMs ?? 20_000,
    retry: { ...DEFAULT_RETRY, ...options.retry },
    // Browsers refuse a `fetch` that is called as a method of something else.
    fetch: options.fetch ?? ((...given) => globalThis.fetch(...given)),
    webSocket: options.webSocket,
  };
}
