import { Buffer } from 'node:buffer';
import { ResponseValidationError, ServerError } from '../errors.ts';
import type { Redactor } from '../redact.ts';
import { errorOf } from './classify-error.ts';
import { type Answer, readErrorWords, readSuccess } from './envelope.ts';
import { retryAfterMs } from './retry-after.ts';
import type { WireAnswer } from './transport-port.ts';

/** So much of a page of a gateway is kept. */
const MOST_EXCERPT_BYTES = 500;

export interface ReadingContext {
  readonly method: string;
  readonly attempt: number;
  readonly isWrite: boolean;
  /** An earlier attempt may have been executed. */
  readonly mayHaveRun: boolean;
  readonly redact: Redactor;
  readonly now: () => number;
}

/** The answer of one HTTP request, or the error that it is. */
export function readAnswer({ status, headers, body }: WireAnswer, context: ReadingContext): Answer {
  const { redact, now, isWrite, mayHaveRun, ...call } = context;
  const json = parse(body);
  const isSuccess = status >= 200 && status < 300;
  const answer = isSuccess ? readSuccess(json, now) : undefined;
  if (answer) return answer;
  const asked = retryAfterMs(headers['retry-after'], now());
  const words = readErrorWords(json);
  if (words && typeof json === 'object')
    throw errorOf(words, {
      status: isSuccess ? undefined : status,
      call,
      redact,
      retryAfterMs: asked,
      isWrite,
      mayHaveRun,
    });
  const excerpt = excerptOf(body, redact);
  if (isSuccess)
    throw new ResponseValidationError(whatItIs(body), {
      call,
      isJson: json !== undefined,
      excerpt,
      unknownOutcome: isWrite || mayHaveRun,
    });
  if (status >= 500)
    throw new ServerError({
      status,
      call,
      apiCode: '',
      reason: excerpt,
      retryAfterMs: asked,
      unknownOutcome: isWrite || mayHaveRun,
    });
  throw errorOf(
    { apiCode: '', description: excerpt ?? '' },
    { status, call, redact, retryAfterMs: asked, isWrite, mayHaveRun },
  );
}

/** The parser's own words quote the text, which may hold a phone: they go no further. */
function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function excerptOf(body: string | undefined, redact: Redactor): string | undefined {
  if (!body) return undefined;
  // Hidden before it is cut: the half of a secret would not be recognised.
  const safe = redact(body.slice(0, 4 * MOST_EXCERPT_BYTES));
  return Buffer.from(safe)
    .subarray(0, MOST_EXCERPT_BYTES)
    .toString('utf8')
    .replace(/\uFFFD$/, '');
}

function whatItIs(text: string | undefined): string {
  if (text === undefined) return 'it has too many bytes';
  const start = text.trimStart().slice(0, 1);
  if (start === '') return 'it is empty';
  return start === '<' ? 'it is a page of HTML, not JSON' : 'it is no answer of the REST';
}
