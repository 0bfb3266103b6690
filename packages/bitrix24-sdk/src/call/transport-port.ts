/** One HTTP request: always a POST. */
export interface WireRequest {
  readonly url: string;
  readonly body: string;
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded';
  readonly signal: AbortSignal;
  /** To be called when the first byte is about to be written: until then nothing can have happened. */
  readonly onSent: () => void;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Whole, or undefined when it has more bytes than anybody would send. */
  readonly body: string | undefined;
}

/** The seam to the network: `transport.ts` is undici behind it, `testing/` a twin in memory. */
export interface Transport {
  /** Rejects when no whole answer came, with whatever error; redirects are answers. */
  send(request: WireRequest): Promise<WireAnswer>;
  /** Waits for what is running, at most so long, and then cuts it off. */
  close(options: { deadlineMs: number }): Promise<void>;
}
