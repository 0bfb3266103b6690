import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { A, type AnyJson, abonentApp, operator, type RestClient } from '../testing/rosdomofon-client.ts';
import { openTestSandbox, type TestSandbox } from '../testing/test-sandbox.ts';
import { redacted, redactedBody } from './redact.ts';
import { createRequestHistory } from './request-history.ts';

let sandbox: TestSandbox;
let rest: RestClient;
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 50 });
  rest = await operator(sandbox);
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
});
afterAll(() => sandbox.close());

const history = async (query = '') => JSON.parse((await sandbox.call(`GET /history${query}`)).text);

describe('GET /history', () => {
  test('shows a request, who made it, and what became of it', async () => {
    await rest.call('POST', `${A}/accounts`, { number: 'Д-1', phone: '79000001234' });
    await rest.call('POST', `${A}/accounts?x=1`, { number: 7 });
    const { requests } = await history();
    expect(requests).toMatchObject([
      {
        method: 'POST',
        path: `${A}/accounts`,
        query: {},
        body: { number: 'Д-1', phone: '79000001234' },
        caller: { company: 'demo' },
        status: 200,
        faults: [],
      },
      { query: { x: '1' }, body: { number: 7 }, status: 400 },
    ]);
    expect(requests[0].atMs).toBeGreaterThan(Date.now() - 60_000);
    expect(requests[0].durationMs).toBeGreaterThanOrEqual(0);
  });

  test('filters by path and method, and from `next` on shows only what is new', async () => {
    await rest.get(`${A}/accounts`);
    await rest.call('POST', `${A}/accounts`, {});
    await rest.get(`${A}/services`);
    expect((await history('?path=accounts')).requests).toHaveLength(2);
    const { requests, next } = await history('?path=accounts&method=get');
    expect(requests).toHaveLength(1);
    expect((await history(`?path=accounts&since=${next}`)).requests).toMatchObject([{ method: 'POST' }]);
    const all = await history();
    expect((await history(`?since=${all.next}`)).requests).toEqual([]);
    expect((await history('?limit=1')).requests).toHaveLength(1);
  });

  test('waits for a request when asked to', async () => {
    const { next } = await history();
    const waiting = history(`?since=${next}&path=services&waitMs=60000`);
    await rest.get(`${A}/accounts`);
    await rest.get(`${A}/services`);
    expect((await waiting).requests).toMatchObject([{ path: `${A}/services` }]);
    expect((await history('?path=nothing&waitMs=10')).requests).toEqual([]);
  });

  test('tells no secret: no password, no token, no code, no refresh token', async () => {
    const { password } = sandbox.endpoints.rosdomofon;
    const fresh = await operator(sandbox);
    const app = await abonentApp(sandbox, 79_000_000_003);
    await app.get(`${A}/abonents/settings`);
    const { token } = JSON.parse((await sandbox.call('POST /action-tokens', { abonentId: 1_570_003 })).text);
    await fresh.get(`${A}/action_token/verify/${token}`);
    const { requests } = await history();
    const text = JSON.stringify(requests);
    for (const secret of [password, fresh.token, app.token, token]) expect(text).not.toContain(secret);
    const forms = requests.filter(({ path }: AnyJson) => path.endsWith('/oauth/token'));
    expect(forms).toMatchObject([
      { body: { grant_type: 'password', username: 'sandbox', password: '[redacted]' } },
      { body: { grant_type: 'mobile', phone: '79000000003', sms_code: '[redacted]' } },
    ]);
    expect(requests.at(-1)).toMatchObject({
      path: `${A}/action_token/verify/[redacted]`,
      headers: { authorization: 'Bearer [redacted]' },
    });
    expect(text).toContain('{"abonentId":1570003}');
  });
});

describe('what is kept', () => {
  test('has no secret left, however deep it lies', () => {
    const name = fc.constantFrom(
      'password',
      'access_token',
      'refreshToken',
      'clientSecret',
      'apiKey',
      'Cookie',
    );
    const wrap = fc.func(fc.constantFrom('list', 'object'));
    fc.assert(
      fc.property(name, wrap, fc.integer({ min: 0, max: 6 }), (key, kind, depth) => {
        let value: unknown = { [key]: 's3cr3t', other: 'kept' };
        for (let i = 0; i < depth; i += 1) value = kind(i) === 'list' ? [value] : { inner: value };
        const text = JSON.stringify(redacted(value));
        expect(text).not.toContain('s3cr3t');
        expect(text).toContain('kept');
      }),
    );
  });

  test('is the beginning of a long body', () => {
    expect(redactedBody({ text: 'я'.repeat(100_000) })).toMatch(/^.{8192}… \(100011 characters\)$/su);
  });

  test('is the last requests, never more than a few thousand', () => {
    const list = createRequestHistory();
    const request = { method: 'GET', path: '/', query: {}, headers: {}, body: null, caller: null };
    for (let i = 0; i < 10_000; i += 1)
      list.begin({ ...request, atMs: i, status: 200, durationMs: 1, faults: [] });
    const kept = list.list({ since: 0, limit: 100_000 });
    expect(kept).toHaveLength(2000);
    expect(kept.at(-1)?.n).toBe(10_000);
  });
});
