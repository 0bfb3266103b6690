import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { AuthOption } from './auth/auth.ts';
import { ConfigurationError, type FieldIssue } from './errors.ts';
import type { BucketStore } from './limits/bucket-store.ts';

const RetryOptions = z.strictObject({
  /** Requests per call whose failure is no refusal, the first included. 1 switches repeating off. */
  maxAttempts: z.int().min(1).max(20).default(4),
  /** The first pause is a random part of this, the next one of twice as much, and so on. */
  baseDelayMs: z.number().nonnegative().default(500),
  maxDelayMs: z.number().nonnegative().default(15_000),
});
export type RetryOptions = z.output<typeof RetryOptions>;

const LimitOptions = z.strictObject({
  /** Requests at once, and then per second; those of the tariff, with a margin, when absent. */
  capacity: z.number().min(1).optional(),
  perSecond: z.number().positive().optional(),
  /** What a method may run in ten minutes, for this web hook or application. */
  operatingSeconds: z.number().positive().default(480),
  /** From this share of it on, a method's calls are spread over the time until some of it is free again. */
  slowAt: z.number().min(0).max(1).default(0.7),
  /** From this share on, the method waits. */
  parkAt: z.number().min(0).max(1).default(0.95),
  /** Requests at the same time. */
  maxConcurrent: z.int().min(1).max(1_000).default(10),
});

const longestTimerMs = 2 ** 31 - 1;
export const TimeoutMs = z.number().positive().max(longestTimerMs);

const functionLike = <F extends (...args: never) => unknown>() =>
  z.custom<F>((value) => typeof value === 'function', { error: 'expected a function' });
const objectWith = <T extends object>(member: string, what: string) =>
  z.custom<T>((value) => typeof value === 'object' && value !== null && member in value, {
    error: `expected ${what}`,
  });

export const ClientOptions = z.strictObject({
  auth: AuthOption,
  /** Enterprise portals (`app.info`: `LICENSE_FAMILY: "ent"`) have a larger bucket. */
  tariff: z.enum(['standard', 'enterprise']).default('standard'),
  /** `false`: no limits of ours, for a portal that has none. */
  limits: z.union([z.literal(false), LimitOptions]).prefault({}),
  /** Shared by whatever reaches the portal from the same address; one for the whole process when absent. */
  bucketStore: objectWith<BucketStore>('reserve', 'an object with reserve, cancel and fill').optional(),
  /** Calls that wait for the limits join a batch with others, unless they say otherwise. */
  gather: z.boolean().default(false),
  /** For a whole call, with waiting for the limits and repeats. */
  timeoutMs: TimeoutMs.default(120_000),
  /** For one HTTP request; the portal itself cuts off at 60 s, and then we know more. */
  requestTimeoutMs: TimeoutMs.default(70_000),
  /**
   * What a batch may be expected to take: the portal cuts requests off at 60 s. 40 s, or 0.7 of `requestTimeoutMs` where
   * that is less.
   */
  longestBatchMs: TimeoutMs.optional(),
  retry: RetryOptions.prefault({}),
  /** `http://` to other hosts than this one: the address of a web hook is a secret. */
  allowPlainHttp: z.boolean().default(false),
  /** Goes along with what typed methods change in the CRM, so that the portal does not tell us of it as news. */
  authConnector: z.string().min(1).optional(),
  /** The portal was renamed: origins, as they were and as they are. */
  onMoved: functionLike<(portal: { from: string; to: string }) => void>().optional(),
  /** Phones are hidden in what the portal says about errors. */
  hidePhones: z.boolean().default(true),
  userAgent: z
    .string()
    .regex(/^[\x20-\x7e]+$/, 'expected printable ASCII')
    .default('domovoy-bitrix24-sdk/0.1.0'),
  /** Another undici dispatcher (a proxy, an own CA); the caller closes it. */
  dispatcher: objectWith<Dispatcher>('dispatch', 'a dispatcher of undici').optional(),
  /** Milliseconds since 1970, for tests. */
  now: functionLike<() => number>().default(() => Date.now),
});
export type Bitrix24Options = z.input<typeof ClientOptions>;
export type Settings = z.output<typeof ClientOptions>;

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
