import { z } from 'zod';

// What stands around every result (facts §2). Every field but `result` is optional, numbers come as text too, and PHP
// writes an empty map as an empty list.

const NumberLike = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .optional()
  .catch(undefined);

const WireTime = z
  .looseObject({
    start: NumberLike,
    finish: NumberLike,
    duration: NumberLike,
    operating: NumberLike,
    operating_reset_at: NumberLike,
  })
  .catch({});

/** What the portal says about the time that a call took. */
export interface CallTime {
  readonly durationMs: number | undefined;
  /** What the method has run in the last ten minutes. */
  readonly operatingSeconds: number | undefined;
  /** Until some of it is free again. */
  readonly resetInMs: number | undefined;
}

/** By the portal's clock where it tells it: ours may be another. */
export function readTime(time: unknown, now: () => number): CallTime {
  const { start, finish, duration, operating, operating_reset_at: resetAt } = WireTime.parse(time);
  const seconds = duration ?? (start !== undefined && finish !== undefined ? finish - start : undefined);
  return {
    durationMs: seconds === undefined ? undefined : Math.max(0, seconds * 1000),
    operatingSeconds: operating,
    resetInMs: resetAt ? Math.max(0, (resetAt - (finish ?? now() / 1000)) * 1000) : undefined,
  };
}

/** A map, or what PHP makes of one that is empty (`[]`) or has the keys 0, 1, 2 … (a list). */
export const PhpMap = z.preprocess(
  (value) => (Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : (value ?? {})),
  z.record(z.string(), z.unknown()),
);

const Success = z.looseObject({
  result: z.unknown(),
  total: NumberLike,
  next: NumberLike,
  time: z.unknown().optional(),
});

/** A result with what belongs to it. */
export interface Answer {
  readonly result: unknown;
  readonly total: number | undefined;
  readonly next: number | undefined;
  readonly time: CallTime;
}

/** Nothing when it is no answer of the REST. */
export function readSuccess(body: unknown, now: () => number): Answer | undefined {
  const read = Success.safeParse(body);
  if (!read.success || !('result' in read.data)) return undefined;
  const { result, total, next, time } = read.data;
  return { result, total, next, time: readTime(time, now) };
}

const Code = z.union([
  z.string(),
  z.number().transform(String),
  z.boolean().transform(() => ''),
  z.null().transform(() => ''),
]);
const Refusal = z.looseObject({
  error: z.union([Code, z.looseObject({ code: Code.optional(), message: z.string().optional() })]),
  error_description: z.string().optional().catch(undefined),
});

export interface ErrorWords {
  readonly apiCode: string;
  readonly description: string;
}

/** The error of an answer, or of a command in a batch, where a bare text occurs. */
export function readErrorWords(body: unknown): ErrorWords | undefined {
  if (typeof body === 'string') return { apiCode: '', description: body };
  const read = Refusal.safeParse(body);
  if (!read.success) return undefined;
  const { error, error_description: description = '' } = read.data;
  return typeof error === 'string'
    ? { apiCode: error, description }
    : { apiCode: error.code ?? '', description: error.message ?? description };
}
