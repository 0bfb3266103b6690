import { Buffer } from 'node:buffer';
import type { ApiResponse, Call, Method, Transport } from '../call/call.ts';
import { interruption } from '../call/interruption.ts';
import { ConnectionError } from '../errors.ts';
import { FakeAnswer, FakeFailure } from './answers.ts';

/** A request as it would have been sent. */
export interface FakeRequest {
  readonly operation: string;
  readonly method: Method;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** JSON, parsed; or the fields of a form; or undefined. */
  readonly body: unknown;
}
export type AnswerOf = unknown | ((request: FakeRequest) => unknown);

export interface FakeTransport extends Transport {
  /** In the order of sending, sign-ins not among them. */
  readonly requests: readonly FakeRequest[];
  readonly answer: (operation: string, ...answers: AnswerOf[]) => void;
}

const SIGN_IN = new Set(['signIn', 'signIn.confirm', 'signIn.refresh']);
const TOKEN = {
  access_token: 'fake',
  token_type: 'bearer',
  expires_in: 3600,
  scope: '',
  refresh_token: 'fake',
};

/** The twin of `transport.ts`, in memory. */
export function createFakeTransport(): FakeTransport {
  const answers = new Map<string, AnswerOf[]>();
  const requests: FakeRequest[] = [];

  const next = (operation: string): AnswerOf => {
    const left = answers.get(operation) ?? (SIGN_IN.has(operation) ? [TOKEN] : []);
    // The last one stays.
    if (left.length > 0) return left.length > 1 ? left.shift() : left[0];
    throw new Error(`${operation} was called and has no answer: give one with answer('${operation}', …)`);
  };

  return {
    requests,
    answer: (operation, ...given) => void answers.set(operation, given),
    async send(call) {
      const request = describe(call);
      if (!SIGN_IN.has(call.operation)) requests.push(request);
      const given = next(call.operation);
      const answer: unknown = typeof given === 'function' ? await given(request) : given;
      if (call.signal.aborted) throw interruption(call, false);
      if (answer instanceof FakeFailure) throw lost(call, answer);
      return respond(answer instanceof FakeAnswer ? answer : new FakeAnswer(200, answer));
    },
    async close() {},
  };
}

function describe({ operation, method, path, body, contentType }: Call): FakeRequest {
  const url = new URL(path, 'http://fake');
  const isForm = contentType?.includes('form') === true;
  return {
    operation,
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    body: isForm ? Object.fromEntries(new URLSearchParams(body)) : body && JSON.parse(body),
  };
}

const lost = (call: Call, { isSent }: FakeFailure) =>
  new ConnectionError(isSent ? 'ECONNRESET' : 'ECONNREFUSED', {
    call,
    unknownOutcome: call.mayHaveRun || (isSent && call.effect !== 'read'),
  });

const respond = ({ status, body, headers }: FakeAnswer): ApiResponse => ({
  status,
  headers,
  body: bytesOf(typeof body === 'string' ? body : (JSON.stringify(body) ?? '')),
});

/** In small pieces, as from a network. */
async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += 1024) yield bytes.subarray(from, from + 1024);
}
