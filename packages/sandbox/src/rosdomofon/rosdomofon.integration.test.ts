import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readRecords } from '../testing/kafka-client.ts';
import { openTestSandbox, type TestSandbox } from '../testing/test-sandbox.ts';
import { createAccessTokens } from './auth/access-tokens.ts';

const TOKEN_PATH = '/authserver-service/oauth/token';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox();
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
});
afterAll(() => sandbox.close());

const rosdomofon = () => sandbox.endpoints.rosdomofon;
const rightForm = () => ({
  grant_type: 'password',
  client_id: 'machine',
  username: rosdomofon().username,
  password: rosdomofon().password,
});
const signIn = (form: Record<string, string>) =>
  fetch(`${rosdomofon().url}${TOKEN_PATH}`, { method: 'POST', body: new URLSearchParams(form) });
const tokenOf = async (response: Response) => JSON.parse(await response.text()).access_token as string;

/** As a known client calls: JSON is announced, also when nothing is sent. */
async function call(method: string, path: string, { token, body }: { token?: string; body?: unknown } = {}) {
  const response = await fetch(`${rosdomofon().url}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

describe('signing in', () => {
  test('gives an operator a bearer token for an hour', async () => {
    const response = await signIn(rightForm());
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      access_token: expect.stringMatching(/^\S{20,}$/),
      token_type: 'bearer',
      expires_in: 3600,
      scope: expect.any(String),
    });
  });

  test.each([
    ['a wrong password', { password: 'wrong' }, 400, 'invalid_grant'],
    ['an unknown user', { username: 'nobody' }, 400, 'invalid_grant'],
    ['no password', { password: '' }, 400, 'invalid_grant'],
    ['another client', { client_id: 'browser' }, 401, 'invalid_client'],
    ['another grant', { grant_type: 'mobile' }, 400, 'unsupported_grant_type'],
  ])('with %s fails', async (_, change, status, error) => {
    const response = await signIn({ ...rightForm(), ...change });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error, error_description: expect.any(String) });
  });

  test('fails when the password is sent as it is, because it has characters that need encoding', async () => {
    const { username, password } = rosdomofon();
    const response = await fetch(`${rosdomofon().url}${TOKEN_PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `grant_type=password&client_id=machine&username=${username}&password=${password}`,
    });
    expect(response.status).toBe(400);
  });
});

describe('a call', () => {
  test.each([
    ['no token', {}],
    ['an unknown token', { token: 'abc' }],
  ])('with %s is answered with 401, whatever the path', async (_, options) => {
    for (const path of ['/abonents-service/api/v1/accounts', '/abonents-service/api/v2/sign_ups/1', '/']) {
      expect(await call('GET', path, options)).toMatchObject({ status: 401, body: { status: 401, path } });
    }
  });

  test('of something that there is not is answered with 404 that names the path', async () => {
    const token = await tokenOf(await signIn(rightForm()));
    const path = '/abonents-service/api/v1/lifts';
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect(await call(method, path, { token })).toMatchObject({
        status: 404,
        body: { error: 'Not Found', path, message: expect.stringContaining(`${method} ${path}`) },
      });
  });

  test('may use a token until an hour is over, and not a moment longer', () => {
    let now = 0;
    const tokens = createAccessTokens(() => now);
    const caller = { kind: 'abonent', abonent: { id: 1, phone: 79_000_000_000 } } as const;
    const token = tokens.issue(caller, 3600);
    now = 3_599_999;
    expect(tokens.callerOf(token)).toBe(caller);
    now = 3_600_000;
    expect(tokens.callerOf(token)).toBeNull();
  });
});

describe('PATCH sign_ups', () => {
  const path = (id: number | string) => `/abonents-service/api/v2/sign_ups/${id}`;
  let token = '';
  beforeEach(async () => {
    token = await tokenOf(await signIn(rightForm()));
  });

  test('changes the status and tells both topics; everything else stays as it was', async () => {
    const { body } = await sandbox.call('POST /sign-ups');
    const id = body.signUps[0]?.id ?? 0;
    expect(await call('PATCH', path(id), { token, body: { status: 'processed' } })).toEqual({
      status: 200,
      body: null,
    });
    const rejected = { status: 'rejected', isVirtual: true, rejectedReason: 'нет такого дома' };
    await call('PATCH', path(id), { token, body: rejected });
    for (const topic of ['SIGN_UPS_demo', 'SIGN_UPS_ALL']) {
      const records = await readRecords(sandbox.endpoints, [topic], 3);
      const [first, second, third] = records.map(({ value }) => JSON.parse(value?.toString() ?? ''));
      expect(second).toEqual({ ...first, status: 'PROCESSED' });
      expect(third).toEqual({
        ...first,
        status: 'REJECTED',
        virtual: true,
        rejectedReason: 'нет такого дома',
      });
      expect(new Set(records.map(({ key }) => key)).size).toBe(1);
    }
  });

  test('of an unknown sign-up is answered with 404, also when it is another company’s', async () => {
    const { body } = await sandbox.call('POST /sign-ups', { onlyNetwork: true });
    for (const id of [1, 'abc', body.signUps[0]?.id ?? 0])
      expect(await call('PATCH', path(id), { token, body: { status: 'processed' } })).toMatchObject({
        status: 404,
      });
  });

  test.each([[{ status: 'PROCESSED' }], [{ status: 'done' }], [{ isVirtual: 'yes' }], [[]]])(
    'with %j is answered with 400 and the reason',
    async (body) => {
      expect(await call('PATCH', path(1), { token, body })).toMatchObject({
        status: 400,
        body: { message: expect.stringMatching(/\S/) },
      });
    },
  );
});
