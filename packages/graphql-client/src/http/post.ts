import { type AnswerError, ApiError, ConnectionError } from '../errors.ts';
import type { Settings } from '../options.ts';

interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
interface Options {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Does it matter whether a request whose answer is lost was executed? */
  readonly hasEffect: boolean;
}

/** One attempt. */
export async function post(settings: Settings, request: Request, options: Options): Promise<unknown> {
  const { signal, timeoutMs, hasEffect: unknownOutcome } = options;
  const apiKey = await settings.apiKey();
  const timeout = AbortSignal.timeout(timeoutMs);
  let response: Response;
  let text: string;
  try {
    response = await settings.fetch(settings.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: JSON.stringify(request),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    text = await response.text();
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (timeout.aborted)
      throw new ConnectionError(`The API did not answer within ${timeoutMs} ms.`, {
        code: 'TIMEOUT',
        unknownOutcome,
        cause,
      });
    throw new ConnectionError('The API was not reached, or the connection broke before its answer came.', {
      code: 'CONNECTION_FAILED',
      unknownOutcome,
      cause,
    });
  }
  return dataOf(response, text, unknownOutcome);
}

function dataOf({ status, headers }: Response, text: string, unknownOutcome: boolean): unknown {
  const { data, errors } = readAnswer(text);
  const retryAfterMs = secondsOf(headers.get('retry-after'));
  const more = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (errors && errors.length > 0) throw new ApiError(errors, { status, data, ...more });
  if (typeof data !== 'object' || data === null)
    throw new ConnectionError(
      `What answered with status ${status} was not the API: a proxy in front of it?`,
      {
        code: 'ANSWER_UNREADABLE',
        unknownOutcome,
        meta: { status },
        ...more,
      },
    );
  return data;
}

function readAnswer(text: string): { data?: unknown; errors?: readonly AnswerError[] } {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    return {};
  }
}

function secondsOf(retryAfter: string | null): number | undefined {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}
