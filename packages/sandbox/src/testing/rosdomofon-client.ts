import { request } from 'node:http';
import { callApi, type TestSandbox } from './test-sandbox.ts';

/** Answers of any call; each test says what it expects of them. */
export type AnyJson = any;

export interface RestAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  body: AnyJson;
}

export interface RestClient {
  token: string;
  call: (method: string, path: string, body?: unknown) => Promise<RestAnswer>;
  get: (path: string) => Promise<AnyJson>;
}

export const A = '/abonents-service/api/v1';
const TOKEN_PATH = '/authserver-service/oauth/token';

/**
 * One request as a known client makes it (facts §4.2): JSON is announced whatever is sent, also nothing. With node:http,
 * because fetch does not let a GET have the headers that others send.
 */
export function send(
  url: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body?: string },
): Promise<RestAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RestAnswer>();
  const outgoing = request(url, { method, headers }, (incoming) => {
    let text = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (piece: string) => {
      text += piece;
    });
    incoming.on('error', reject);
    incoming.on('aborted', () => reject(new Error('the answer was cut')));
    incoming.on('end', () => {
      const isJson = incoming.headers['content-type']?.includes('json') ?? false;
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        text,
        body: isJson && text !== '' ? JSON.parse(text) : null,
      });
    });
  });
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}

/** Whatever comes of it; `operator` and `abonentApp` insist on a token. */
export async function signIn(url: string, form: Record<string, string>): Promise<RestAnswer> {
  return send(`${url}${TOKEN_PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
}

export function clientWith(url: string, token: string): RestClient {
  const call: RestClient['call'] = (method, path, body) =>
    send(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    token,
    call,
    async get(path) {
      const answer = await call('GET', path);
      if (answer.status !== 200) throw new Error(`${answer.status} ${path} ${answer.text}`);
      return answer.body;
    },
  };
}

/** The operator of the sandbox's company, or of another one. */
export async function operator(
  sandbox: Pick<TestSandbox, 'endpoints'>,
  company?: string,
): Promise<RestClient> {
  const { url, username, password } = sandbox.endpoints.rosdomofon;
  const form = { grant_type: 'password', client_id: 'machine', username: company ?? username, password };
  return clientWith(url, tokenIn(await signIn(url, form)));
}

/** An abonent with the application: the code comes from the control API. */
export async function abonentApp(
  sandbox: Pick<TestSandbox, 'endpoints'>,
  phone: number,
): Promise<RestClient & { refreshToken: string }> {
  const { url } = sandbox.endpoints.rosdomofon;
  await send(`${url}${A}/abonents/${phone}/sms`, { method: 'POST', headers: {} });
  const { text } = await callApi(sandbox.endpoints.control)(`GET /sms?phone=${phone}`);
  const [{ code }] = JSON.parse(text).codes;
  const form = { grant_type: 'mobile', client_id: 'abonent', phone: String(phone), sms_code: code };
  const answer = await signIn(url, { ...form, company: '' });
  return { ...clientWith(url, tokenIn(answer)), refreshToken: answer.body.refresh_token };
}

function tokenIn({ status, text, body }: RestAnswer): string {
  if (status !== 200) throw new Error(`signing in: ${status} ${text}`);
  return body.access_token;
}
