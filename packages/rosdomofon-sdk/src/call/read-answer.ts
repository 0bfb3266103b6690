import { Buffer } from 'node:buffer';
import type { z } from 'zod';
import {
  AuthenticationError,
  ConflictError,
  type FieldIssue,
  NotFoundError,
  PermissionError,
  RateLimitError,
  RequestRejectedError,
  ResponseError,
  ResponseValidationError,
  ServerError,
} from '../errors.ts';
import { fieldIssues } from '../options.ts';
import type { Redactor } from '../redact.ts';
import type { ApiResponse, Call } from './call.ts';
import { retryAfterMs } from './retry-after.ts';

/** What is read as one piece; lists without an end are read as rows. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Nobody explains an error in more words. */
const MOST_REASON_BYTES = 64 * 1024;

/** The error for every status but success; the reason is the service's own. */
export async function checkStatus(
  response: ApiResponse,
  call: Call,
  redact: Redactor,
  now: () => number,
): Promise<void> {
  const { status, headers } = response;
  if (status >= 200 && status < 300) return;
  const text = await readText(response, MOST_REASON_BYTES).catch(() => undefined);
  const mayHaveRun = call.mayHaveRun || (status >= 500 && call.effect !== 'read');
  const facts = {
    status,
    call,
    unknownOutcome: mayHaveRun,
    ...reasonOf(text ?? '', redact),
    retryAfterMs: retryAfterMs(headers['retry-after'], now()),
  };
  if (status >= 500) throw new ServerError(facts);
  const Refusal = REFUSALS[status] ?? ResponseError;
  throw new Refusal(facts);
}

const REFUSALS: Readonly<Record<number, typeof NotFoundError>> = {
  400: RequestRejectedError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  422: RequestRejectedError,
  429: RateLimitError,
};

/** Spring says `message` and `error`, OAuth `error_description` and `error`. HTML explains nothing. */
function reasonOf(text: string, redact: Redactor): { reason?: string; serviceError?: string } {
  const body = parse(text);
  if (typeof body !== 'object' || body === null) return {};
  const field = (name: string): string | undefined => {
    const value: unknown = Reflect.get(body, name);
    return typeof value === 'string' && value.trim() ? value : undefined;
  };
  const reason = field('message') ?? field('error_description') ?? field('error');
  const serviceError = field('error');
  return {
    ...(reason && { reason: redact(reason).slice(0, 500) }),
    ...(serviceError && { serviceError: redact(serviceError).slice(0, 100) }),
  };
}

/** The answer as JSON of the shape that was expected. */
export async function readJson<Schema extends z.ZodType>(
  response: ApiResponse,
  call: Call,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await readText(response, MOST_BYTES);
  const body = parse(text);
  if (body === undefined) throw unusable(call, whatItIs(text));
  const checked = schema.safeParse(body);
  if (checked.success) return checked.data;
  throw unusable(call, 'it has another shape', fieldIssues(checked.error));
}

/** For calls without an answer: nothing, or any JSON; a page of a gateway in between is no success. */
export async function readNothing(response: ApiResponse, call: Call): Promise<void> {
  const text = await readText(response, MOST_BYTES);
  if (text?.trim() !== '' && parse(text) === undefined) throw unusable(call, whatItIs(text));
}

/** The service said yes: what was to be done is done, as far as we can tell. */
const unusable = (call: Call, problem: string, issues?: readonly FieldIssue[]) =>
  new ResponseValidationError(problem, {
    call,
    isJson: issues !== undefined,
    ...(issues && { issues }),
    unknownOutcome: call.effect !== 'read' || call.mayHaveRun,
  });

/** Nothing when there is more than that; the rest stays unread, and the connection is closed. */
async function readText({ body }: ApiResponse, mostBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The parser's own words quote the text, which may hold a phone: they go no further. */
function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function whatItIs(text: string | undefined): string {
  if (text === undefined) return `it has more than ${MOST_BYTES} bytes`;
  const start = text.trimStart().slice(0, 1);
  if (start === '') return 'it is empty';
  return start === '<' ? 'it is a page of HTML, not JSON' : 'it is no JSON';
}
