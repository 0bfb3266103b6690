/** `read` changes nothing; `repeatable` may be done twice with the effect of once; `creation` may not. */
export type Effect = 'read' | 'repeatable' | 'creation';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What is sent, apart from the token. */
export interface ApiRequest {
  readonly operation: string;
  readonly method: Method;
  /** The path as a template. */
  readonly route: string;
  /** The path with its query. */
  readonly path: string;
  readonly body: string | undefined;
  readonly contentType: string | undefined;
  readonly effect: Effect;
}

/** One call of the caller: everything that its attempts share. */
export interface Call extends ApiRequest {
  readonly id: number;
  /** Aborted at the deadline or by the caller. */
  readonly signal: AbortSignal;
  /** For a `timeoutMs` in words. */
  readonly timeoutMs: number;
  readonly timeLeftMs: () => number;
  /** From 1; counts requests, whatever the reason for another one. */
  attempt: number;
  token: string | undefined;
  /** An earlier attempt may have been executed: whatever comes now, the outcome is unknown. */
  mayHaveRun: boolean;
}

export interface CallOptions {
  /** Ends the call with an AbortError. */
  signal?: AbortSignal | undefined;
  /** For the whole call; that of the client when absent. */
  timeoutMs?: number | undefined;
}

/** The answer's head; its body can be read once, and has to be, or to be left (`return()` of its iterator). */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AsyncIterable<Uint8Array>;
}

/** The seam to the network: `transport.ts` is undici behind it, `testing/` a twin in memory. */
export interface Transport {
  /** Rejects with a RosDomofonError whose `unknownOutcome` is right. So does the body, when it breaks. */
  send(call: Call): Promise<ApiResponse>;
  /** Waits for what is running, at most so long, and then cuts it off. */
  close(options: { deadlineMs: number }): Promise<void>;
}
