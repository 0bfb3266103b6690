import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  type Bitrix24,
  type Bitrix24Options,
  createBitrix24,
  createMemoryBucketStore,
  webhookAuth,
} from '@domovoy/bitrix24-sdk';
import qs from 'qs';

export const CODE = 's3cr3tc0de12345';

/** One HTTP request as it came in. */
export interface Received {
  readonly url: string;
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: number;
}
/** What a method answers: a `result`, or, as an `Answered`, all of it. */
export type Handler = (params: Params, name: string) => unknown;
export type Params = Readonly<Record<string, unknown>>;

export class Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}
export const refusal = (status: number, error: unknown, description = '', headers = {}) =>
  new Answered(status, { error, error_description: description }, headers);

export interface TestPortal extends AsyncDisposable {
  readonly url: string;
  readonly webhookUrl: string;
  readonly port: number;
  readonly received: Received[];
  /** Names of the methods that were run, those in batches too. */
  readonly run: string[];
  /** Looks at each request first: what it returns is the answer, `'cut'` cuts the connection. */
  before: ((request: Received, response: ServerResponse) => unknown) | undefined;
}

/** A portal that does as it is told: methods by name, `*` for all others. */
export async function startTestPortal(handlers: Readonly<Record<string, Handler>>): Promise<TestPortal> {
  const run: string[] = [];
  const received: Received[] = [];
  const call = async (name: string, params: Params): Promise<Answered> => {
    run.push(name);
    const handler = handlers[name] ?? handlers['*'];
    if (!handler) return refusal(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!');
    const result = await handler(params, name);
    if (result instanceof Answered) return result;
    return new Answered(200, { result, time: timeNow() });
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const url = request.url ?? '';
    const method = url.slice(url.lastIndexOf('/') + 1);
    const isJson = request.headers['content-type'] === 'application/json';
    const parsed = (isJson ? JSON.parse(body) : qs.parse(body)) as Params;
    const complete: Received = { url, method, body: parsed, at: performance.now() };
    received.push(complete);
    const early = await portal.before?.(complete, response);
    if (early === 'cut') {
      response.destroy();
      return;
    }
    const answer =
      early instanceof Answered
        ? early
        : method === 'batch'
          ? await runBatch(parsed, call)
          : await call(method, parsed);
    const isText = typeof answer.body === 'string';
    response.writeHead(answer.status, {
      'content-type': isText ? 'text/html' : 'application/json',
      ...answer.headers,
    });
    response.end(isText ? answer.body : JSON.stringify(answer.body));
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const portal: TestPortal = {
    url: `http://127.0.0.1:${port}`,
    webhookUrl: `http://127.0.0.1:${port}/rest/1/${CODE}/`,
    port,
    received,
    run,
    before: undefined,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return portal;
}

function timeNow(operating = 0): object {
  const now = Date.now() / 1000;
  return {
    start: now,
    finish: now,
    duration: 0.001,
    processing: 0.001,
    operating,
    operating_reset_at: Math.ceil(now) + 60,
  };
}

/** As the real one (facts §4): empty sections are `[]`, an unresolved reference is its literal text. */
async function runBatch(
  { halt, cmd }: Params,
  call: (name: string, params: Params) => Promise<Answered>,
): Promise<Answered> {
  const sections: Record<string, Record<string, unknown>> = {
    result: {},
    result_error: {},
    result_total: {},
    result_next: {},
    result_time: {},
  };
  for (const [key, command] of Object.entries(cmd as Record<string, string>)) {
    const [name = '', query = ''] = command.split('?');
    const params = qs.parse(query, { depth: 20, arrayLimit: 1000, parameterLimit: 10_000 });
    const answer = await call(name, resolved(params, sections['result'] ?? {}) as Params);
    const body = answer.body as Record<string, unknown>;
    if (answer.status >= 400) {
      sections['result_error'] = { ...sections['result_error'], [key]: body };
      if (Number(halt)) break;
      continue;
    }
    if (body['result'] === undefined) continue;
    Object.assign(sections['result'] ?? {}, { [key]: body['result'] });
    Object.assign(sections['result_time'] ?? {}, { [key]: body['time'] });
    if ('total' in body) Object.assign(sections['result_total'] ?? {}, { [key]: body['total'] });
    if ('next' in body) Object.assign(sections['result_next'] ?? {}, { [key]: body['next'] });
  }
  const php = Object.entries(sections).map(([name, map]) => [name, Object.keys(map).length > 0 ? map : []]);
  return new Answered(200, { result: Object.fromEntries(php), time: timeNow() });
}

function resolved(value: unknown, results: object): unknown {
  if (typeof value === 'string')
    return value.replaceAll(/\$result((?:\[[^\]]*\])+)/g, (literal, path: string) => {
      let at: unknown = results;
      for (const [, step = ''] of path.matchAll(/\[([^\]]*)\]/g))
        at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
      return typeof at === 'string' || typeof at === 'number' ? String(at) : literal;
    });
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, resolved(item, results)]);
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

/** A portal, and a client of it that is in no hurry to fail. */
export async function startPair(
  handlers: Readonly<Record<string, Handler>>,
  options: Partial<Bitrix24Options> = {},
): Promise<{ portal: TestPortal; bitrix24: Bitrix24 } & AsyncDisposable> {
  const portal = await startTestPortal(handlers);
  const bitrix24 = createBitrix24({
    auth: webhookAuth(portal.webhookUrl),
    bucketStore: createMemoryBucketStore(),
    retry: { baseDelayMs: 1 },
    ...options,
  });
  const close = async () => {
    await bitrix24.close({ deadlineMs: 0 });
    await portal[Symbol.asyncDispose]();
  };
  return { portal, bitrix24, [Symbol.asyncDispose]: close };
}
