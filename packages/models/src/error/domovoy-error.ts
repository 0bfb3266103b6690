/** What a caller needs in order to decide what to do next, without reading a message. */
export interface DomovoyErrorOptions {
  /** Stable, UPPER_SNAKE: what programs branch on. */
  code: string;
  /** May the same call succeed later? */
  retryable?: boolean;
  /** Milliseconds that the other side asked us to wait. */
  retryAfterMs?: number;
  /** May the request have been executed although it failed here? */
  unknownOutcome?: boolean;
  cause?: unknown;
  /** Facts for a person: never a secret, never personal data. */
  meta?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The base of every error that a Domovoy package throws on purpose. Anything else that is thrown is a bug. */
export class DomovoyError extends Error {
  readonly code: string;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly unknownOutcome: boolean;
  readonly meta: Readonly<Record<string, string | number | boolean | null>>;

  constructor(message: string, options: DomovoyErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = options.code;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.unknownOutcome = options.unknownOutcome ?? false;
    this.meta = options.meta ?? {};
  }
}
