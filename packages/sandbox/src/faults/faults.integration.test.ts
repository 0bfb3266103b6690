import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { A, type AnyJson, operator, type RestClient, send } from '../testing/rosdomofon-client.ts';
import { openTestSandbox, type TestSandbox } from '../testing/test-sandbox.ts';
import { createFaultList } from './fault-list.ts';

let sandbox: TestSandbox;
let rest: RestClient;
let account: AnyJson;
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 100 });
  rest = await operator(sandbox);
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
  account = (await rest.get(`${A}/accounts`)).find(({ number, blocked }: AnyJson) => number && !blocked);
});
afterAll(() => sandbox.close());

const control = async (call: string, body?: object) => JSON.parse((await sandbox.call(call, body)).text);
const fault = (wish: object) => control('POST /faults', { path: 'accounts/*/block', times: 1, ...wish });
const block = () => rest.call('PUT', `${A}/accounts/${encodeURIComponent(account.number)}/block`);
const isBlocked = async () => (await rest.get(`${A}/accounts/${account.id}`)).blocked;
const lastInHistory = async () => (await control('GET /history?path=accounts/*/block')).requests.at(-1);

describe('a fault strikes before the call', () => {
  test.each([
    [{ kind: 'rate-limit' }, 429, undefined],
    [{ kind: 'rate-limit', retryAfterS: 7 }, 429, '7'],
    [{ kind: 'error' }, 503, undefined],
    [{ kind: 'error', status: 500 }, 500, undefined],
  ])('%j: nothing is done', async (wish, status, retryAfter) => {
    await fault(wish);
    const answer = await block();
    expect(answer).toMatchObject({ status, body: { status, message: expect.any(String) } });
    expect(answer.headers['retry-after']).toBe(retryAfter);
    expect(await isBlocked()).toBe(false);
    expect((await block()).status).toBe(200);
  });

  test('html: a page instead of JSON, nothing is done', async () => {
    await fault({ kind: 'html' });
    const answer = await block();
    expect(answer.status).toBe(502);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).toContain('<html>');
    expect(await isBlocked()).toBe(false);
  });

  test('cut: no answer, nothing is done', async () => {
    await fault({ kind: 'cut' });
    await expect(block()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(await isBlocked()).toBe(false);
  });

  test('timeout: no answer, nothing is done, and who gives up frees the sandbox', async () => {
    await fault({ kind: 'timeout' });
    const path = `${A}/accounts/${encodeURIComponent(account.number)}/block`;
    const given = fetch(`${sandbox.endpoints.rosdomofon.url}${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${rest.token}` },
      signal: AbortSignal.timeout(300),
    });
    await expect(given).rejects.toThrow(/timeout/i);
    expect(await isBlocked()).toBe(false);
    expect(await lastInHistory()).toMatchObject({ status: null, faults: [{ kind: 'timeout' }] });
  });

  test('token-revoked: 401, and the token stays good for nothing', async () => {
    await fault({ kind: 'token-revoked' });
    const fresh = await operator(sandbox);
    const path = `${A}/accounts/${encodeURIComponent(account.number)}/block`;
    for (let time = 0; time < 2; time += 1) expect((await fresh.call('PUT', path)).status).toBe(401);
    expect((await (await operator(sandbox)).call('PUT', path)).status).toBe(200);
  });

  test('latency: the call waits, and then goes on as usual', async () => {
    await fault({ kind: 'latency', delayMs: 250 });
    const before = performance.now();
    expect((await block()).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(240);
    expect(await isBlocked()).toBe(true);
  });
});

describe('a fault strikes after the call', () => {
  test('error-after: 500, and it is done', async () => {
    await fault({ kind: 'error-after' });
    expect(await block()).toMatchObject({ status: 500, body: { status: 500 } });
    expect(await isBlocked()).toBe(true);
    expect(await lastInHistory()).toMatchObject({ status: 500, faults: [{ kind: 'error-after' }] });
  });

  test('timeout-after: no answer, and it is done', async () => {
    await fault({ kind: 'timeout-after' });
    const waiting = block().catch((error: unknown) => error);
    await expect.poll(isBlocked).toBe(true);
    expect(await lastInHistory()).toMatchObject({ status: null, faults: [{ kind: 'timeout-after' }] });
    expect(await Promise.race([waiting, Promise.resolve('still waiting')])).toBe('still waiting');
  });

  test('cut-after: no answer, and it is done', async () => {
    await fault({ kind: 'cut-after' });
    await expect(block()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(await isBlocked()).toBe(true);
  });

  test('html-after: a page with status 200, and it is done', async () => {
    await fault({ kind: 'html-after' });
    const answer = await block();
    expect([answer.status, answer.body]).toEqual([200, null]);
    expect(answer.text).toContain('<html>');
    expect(await isBlocked()).toBe(true);
  });

  test('half-answer: the beginning of a list, and then nothing; a list that is sent piece by piece too', async () => {
    for (const path of ['accounts', 'services']) {
      await fault({ kind: 'half-answer', path });
      await expect(rest.call('GET', `${A}/${path}`)).rejects.toThrow(/cut|aborted|ECONNRESET/);
    }
    await fault({ kind: 'half-answer' });
    await expect(block()).rejects.toThrow(/cut|aborted|ECONNRESET/);
    expect(await isBlocked()).toBe(true);
  });
});

describe('which calls a fault strikes', () => {
  test('those of its method and path, also the sign-in, and no other', async () => {
    await fault({ kind: 'error', method: 'delete', times: undefined });
    await fault({ kind: 'error', path: '/authserver-service/**', times: undefined });
    const path = `${A}/accounts/${encodeURIComponent(account.number)}/block`;
    expect((await rest.call('DELETE', path)).status).toBe(503);
    expect((await rest.call('PUT', path)).status).toBe(200);
    await expect(operator(sandbox)).rejects.toThrow('signing in: 503');
    const faults = (await control('GET /faults')).faults;
    expect(faults.map(({ method, hits }: AnyJson) => [method, hits])).toEqual([
      ['DELETE', 1],
      [undefined, 1],
    ]);
  });

  test('the next so many, then it is over; cleared, it is over at once', async () => {
    await fault({ kind: 'error', times: 2 });
    const { id } = await fault({ kind: 'rate-limit', times: undefined });
    const statuses = async (count: number) => {
      const seen: number[] = [];
      while (seen.length < count) seen.push((await block()).status);
      return seen;
    };
    expect(await statuses(3)).toEqual([503, 503, 429]);
    expect(await control(`DELETE /faults?id=${id}`)).toEqual({ cleared: 1 });
    expect(await statuses(1)).toEqual([200]);
    await fault({ kind: 'error' });
    expect(await control('DELETE /faults')).toEqual({ cleared: 1 });
    expect(await statuses(1)).toEqual([200]);
    expect(await control('GET /faults')).toEqual({ faults: [] });
  });

  test('none behind a reset', async () => {
    await fault({ kind: 'error', times: undefined });
    await sandbox.call('POST /reset');
    expect((await block()).status).toBe(200);
  });

  test.each([
    [{ kind: 'flood' }, 'kind'],
    [{}, 'kind'],
    [{ kind: 'error', probability: 2 }, 'probability'],
    [{ kind: 'error', colour: 'red' }, 'colour'],
  ])('%j is refused with the reason', async (wish, reason) => {
    const answer = await sandbox.call('POST /faults', wish);
    expect(answer.status).toBe(400);
    expect(answer.body.message).toContain(reason);
  });
});

describe('a list of faults', () => {
  const call = { method: 'GET', paths: ['/a/b'] };

  test('strikes as often as the probability says', () => {
    let n = 0;
    const faults = createFaultList({ chance: () => (n++ % 10) / 10 });
    faults.add({ kind: 'error', probability: 0.3 });
    const struck = Array.from({ length: 100 }, () => faults.strike(call).length);
    expect(struck.reduce((sum, one) => sum + one, 0)).toBe(30);
  });

  test('forgets a fault when its time is over', () => {
    let now = 1000;
    const faults = createFaultList({ now: () => now });
    faults.add({ kind: 'error', forMs: 500 });
    now = 1499;
    expect(faults.strike(call)).toHaveLength(1);
    now = 1500;
    expect(faults.strike(call)).toEqual([]);
    expect(faults.list()).toEqual([]);
  });

  test('lets every delay strike and one other; the others wait for their call', () => {
    const faults = createFaultList();
    for (const kind of ['latency', 'error', 'cut', 'latency'] as const) faults.add({ kind, times: 1 });
    expect(faults.strike(call).map(({ kind }) => kind)).toEqual(['latency', 'error', 'latency']);
    expect(faults.strike(call).map(({ kind }) => kind)).toEqual(['cut']);
  });

  test.each([
    ['/a/*', '/a/b', true],
    ['/a/*', '/a/b/c', false],
    ['/a/**', '/a/b/c', true],
    ['b', '/a/b', true],
    ['b', '/a/bb', false],
    ['accounts', '/x/v1/accounts', true],
    ['accounts', '/x/v1/accounts/7', false],
    ['entrances/*', '/rdas/entrances/7/', true],
    ['a.b', '/axb', false],
    ['**', '/', true],
  ])('%s means %s: %s', (pattern, path, isMeant) => {
    const faults = createFaultList();
    faults.add({ kind: 'error', path: pattern });
    expect(faults.strike({ method: 'GET', paths: [path] })).toHaveLength(isMeant ? 1 : 0);
  });
});

test.each([[{ kind: 'timeout' }], [{ kind: 'latency', delayMs: 600_000 }]])(
  'what waits for its answer does not keep the sandbox from closing: %j',
  async (wish) => {
    await using other = await openTestSandbox({ accounts: 10 });
    await other.call('POST /faults', wish);
    const waiting = send(`${other.endpoints.rosdomofon.url}/`, { method: 'GET', headers: {} }).catch(
      (error: unknown) => error,
    );
    await other.call('GET /history?waitMs=60000');
    await other.close();
    expect(await waiting).toBeInstanceOf(Error);
  },
);
