import type { Transport, WireAnswer, WireRequest } from '../call/transport-port.ts';
import { apiError, FakeAnswer, FakeFailure } from './answers.ts';
import { phpMap, readCommand, resolveReferences } from './fake-batch.ts';

/** A call as the portal would see it. */
export interface FakeRequest {
  readonly method: string;
  /** Without the access token. In a batch every value is text. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The number of the HTTP request, from 0: calls of a batch share it. */
  readonly request: number;
}
export type AnswerOf = unknown | ((request: FakeRequest) => unknown);

export interface FakeTransport extends Transport {
  /** In the order in which they were executed, the commands of batches one by one. */
  readonly requests: readonly FakeRequest[];
  readonly answer: (method: string, ...answers: AnswerOf[]) => void;
}

const TOKENS = {
  access_token: 'fake',
  refresh_token: 'fake',
  expires_in: 3600,
  member_id: 'fake',
  client_endpoint: 'https://fake.bitrix24.test/rest/',
  server_endpoint: 'https://oauth.bitrix24.test/rest/',
  scope: 'crm',
};

/** The twin of `transport.ts`, in memory: a portal that does as it is told. */
export function createFakeTransport(): FakeTransport {
  const answers = new Map<string, AnswerOf[]>();
  const requests: FakeRequest[] = [];
  let sent = 0;

  /** The last one stays. */
  const next = (method: string): AnswerOf => {
    const left = answers.get(method.toLowerCase());
    if (!left)
      return apiError(404, 'ERROR_METHOD_NOT_FOUND', `The fake has no answer: answer('${method}', …)`);
    return left.length > 1 ? left.shift() : left[0];
  };

  const execute = async (request: FakeRequest): Promise<FakeAnswer | FakeFailure> => {
    requests.push(request);
    const given = next(request.method);
    const answer: unknown = typeof given === 'function' ? await given(request) : given;
    if (answer instanceof FakeAnswer || answer instanceof FakeFailure) return answer;
    return new FakeAnswer(200, { result: answer ?? null });
  };

  const executeBatch = async (
    { cmd = {}, halt }: BatchBody,
    request: number,
  ): Promise<FakeAnswer | FakeFailure> => {
    const sections: Sections = {
      result: {},
      result_error: {},
      result_total: {},
      result_next: {},
      result_time: {},
    };
    for (const [key, command] of Object.entries(cmd)) {
      const { method, params } = readCommand(command);
      const answer = await execute({
        method,
        params: resolveReferences(params, sections.result) as Record<string, unknown>,
        request,
      });
      if (answer instanceof FakeFailure) return answer;
      const { result, total, next: nextStart, ...error } = answer.body as Record<string, unknown>;
      if (answer.status === 200) sections.result[key] = result;
      else sections.result_error[key] = error;
      if (total !== undefined) sections.result_total[key] = total;
      if (nextStart !== undefined) sections.result_next[key] = nextStart;
      if (answer.status !== 200 && Number(halt) === 1) break;
    }
    return new FakeAnswer(200, {
      result: Object.fromEntries(Object.entries(sections).map(([name, section]) => [name, phpMap(section)])),
    });
  };

  return {
    requests,
    answer: (method, ...given) => void answers.set(method.toLowerCase(), given),
    async send({ url, body, signal, onSent }: WireRequest): Promise<WireAnswer> {
      signal.throwIfAborted();
      const path = new URL(url).pathname;
      if (path.includes('/oauth/token')) {
        onSent();
        return respond(new FakeAnswer(200, TOKENS));
      }
      const { auth: _, ...params } = JSON.parse(body || '{}') as Record<string, unknown>;
      const method = path.split('/').at(-1) ?? '';
      const request = sent++;
      const answer = await (method === 'batch'
        ? executeBatch(params, request)
        : execute({ method, params, request }));
      if (answer instanceof FakeFailure) throw lost(answer, onSent);
      onSent();
      return respond(answer);
    },
    async close() {},
  };
}

interface BatchBody {
  cmd?: Record<string, string>;
  halt?: unknown;
}
type Sections = Record<
  'result' | 'result_error' | 'result_total' | 'result_next' | 'result_time',
  Record<string, unknown>
>;

function lost({ isSent }: FakeFailure, onSent: () => void): Error {
  if (isSent) onSent();
  return Object.assign(new Error('The fake connection breaks'), {
    code: isSent ? 'ECONNRESET' : 'ECONNREFUSED',
  });
}

const respond = ({ status, body }: FakeAnswer): WireAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(status === 200 && 'result' in body ? { ...body, time: TIME } : body),
});

const TIME = { start: 0, finish: 0.01, duration: 0.01, processing: 0.01 };
