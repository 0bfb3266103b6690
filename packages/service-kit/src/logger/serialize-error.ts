/** What of an error may be written to a log. */
export interface SerializedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly retryable?: boolean;
  readonly meta?: unknown;
  readonly stack?: string;
  readonly cause?: SerializedError;
}

const MAX_CAUSES = 5;

/**
 * Errors of a database carry SQL, parameters and values of rows: in `query` and `params`, in `detail`, and some of
 * them in the message. Only chosen fields pass; the stack without its first line, which repeats the message.
 */
export function serializeError(error: unknown, depth = 0): SerializedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: `not an Error but a ${typeof error} was thrown` };
  const fields = error as Error & { code?: unknown; retryable?: unknown; meta?: unknown };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.name,
    message: harmlessMessage(error),
    ...(typeof fields.code === 'string' ? { code: fields.code } : {}),
    ...(typeof fields.retryable === 'boolean' ? { retryable: fields.retryable } : {}),
    ...(fields.meta !== undefined ? { meta: fields.meta } : {}),
    ...(depth === 0 && frames.length > 0 ? { stack: frames.join('\n') } : {}),
    ...(error.cause !== undefined && depth < MAX_CAUSES
      ? { cause: serializeError(error.cause, depth + 1) }
      : {}),
  };
}

function harmlessMessage(error: Error): string {
  if ('query' in error && 'params' in error) return 'a query failed (text and parameters left out)';
  // SQLSTATE class 22: the message quotes the value that did not fit.
  if ('severity' in error && 'code' in error && String(error.code).startsWith('22'))
    return `data exception ${String(error.code)} (value left out)`;
  return error.message;
}
