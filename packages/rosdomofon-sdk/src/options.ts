import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { ConfigurationError, type FieldIssue } from './errors.ts';

const RetryOptions = z.strictObject({
  /** Requests per call, the first included. 1 switches repeating off. */
  maxAttempts: z.int().min(1).max(20).default(4),
  /** The first pause is a random part of this, the next one of twice as much, and so on. */
  baseDelayMs: z.number().nonnegative().default(250),
  /** The longest pause, unless the service asks for a longer one (Retry-After). */
  maxDelayMs: z.number().nonnegative().default(5_000),
});
export type RetryOptions = z.output<typeof RetryOptions>;

/** A request that is about to be sent. */
export interface RequestToSend {
  /** `accounts.list`; a sign-in's begins with `signIn`. */
  readonly operation: string;
  /** From 1; counts the requests of one call, whatever the reason for another one. */
  readonly attempt: number;
  /** Aborts with the call. */
  readonly signal: AbortSignal;
}

const longestTimerMs = 2 ** 31 - 1;
export const TimeoutMs = z.number().positive().max(longestTimerMs);

/** What the operator's client and the abonent's have in common. */
export const ClientOptions = z.strictObject({
  /** Where RosDomofon is; a path in it stands before every path of the API. */
  baseUrl: z
    .url({ protocol: /^https?$/, error: 'expected an address that begins with http:// or https://' })
    .default('https://rdba.rosdomofon.com'),
  /** For a whole call with all its repeats and, if need be, a sign-in. */
  timeoutMs: TimeoutMs.default(30_000),
  /** Requests at the same time, each on a connection of its own that is kept for the next one; others wait. */
  maxConnections: z.int().min(1).max(1_000).default(10),
  retry: RetryOptions.prefault({}),
  /**
   * Called before every request, repeats and sign-ins included; the request is sent when what it gives resolves. For a
   * limit that several clients share. Its wait counts as time of the call.
   */
  beforeRequest: z
    .custom<(request: RequestToSend) => Promise<void>>((value) => typeof value === 'function', {
      error: 'expected a function',
    })
    .optional(),
  /** Phones are hidden in what the service says about errors. */
  hidePhones: z.boolean().default(true),
  userAgent: z
    .string()
    .regex(/^[\x20-\x7e]+$/, 'expected printable ASCII')
    .default('domovoy-rosdomofon-sdk'),
  /** Another undici dispatcher (a proxy, an own CA); the caller limits and closes it. */
  dispatcher: z
    .custom<Dispatcher>((value) => typeof value === 'object' && value !== null && 'dispatch' in value, {
      error: 'expected a dispatcher of undici',
    })
    .optional(),
  /** Milliseconds since 1970, for tests. */
  now: z.custom<() => number>((value) => typeof value === 'function').default(() => Date.now),
});
export type ClientOptions = z.input<typeof ClientOptions>;
export type ClientSettings = z.output<typeof ClientOptions>;

/** Checked input, or one error that names everything that is wrong with it; never a value, it may be a secret. */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const problems = fieldIssues(checked.error).map(({ field, message }) =>
    field ? `${field}: ${message}` : message,
  );
  throw new ConfigurationError(`${what}: ${problems.join('; ')}`);
}

export const fieldIssues = (error: z.ZodError): FieldIssue[] =>
  error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
