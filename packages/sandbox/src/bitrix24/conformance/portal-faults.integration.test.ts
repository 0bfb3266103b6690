import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../../testing/test-sandbox.ts';
import { type AnyJson, postJson } from '../testing/test-portal.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox({ bitrix24: { limits: 'off' } });
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
});
afterAll(() => sandbox.close());

const control = async (call: string, body?: object): Promise<AnyJson> =>
  JSON.parse((await sandbox.call(call, body)).text);
const fault = (wish: object) => control('POST /bitrix24/faults', { times: 1, ...wish });
const call = (method: string, params: object = {}) =>
  postJson(`${sandbox.endpoints.bitrix24.webhookUrl}${method}`, params);
const add = () => call('crm.contact.add', { fields: { NAME: 'x' } });
const contacts = async () => (await call('crm.contact.list')).body.total;
const addAll = (count: number) =>
  call('batch', { halt: 0, cmd: Array.from({ length: count }, () => 'crm.contact.add?fields[NAME]=x') });

describe('a fault strikes before a call of its method, and nothing is done', () => {
  test.each([
    [{ kind: 'error' }, 503, 'QUERY_LIMIT_EXCEEDED'],
    [{ kind: 'error', status: 500 }, 500, 'INTERNAL_SERVER_ERROR'],
    [{ kind: 'error', status: 401 }, 401, 'expired_token'],
    [{ kind: 'error', status: 503, error: 'OVERLOAD_LIMIT' }, 503, 'OVERLOAD_LIMIT'],
    [{ kind: 'error', status: 429 }, 429, 'OPERATION_TIME_LIMIT'],
    [{ kind: 'rate-limit' }, 503, 'QUERY_LIMIT_EXCEEDED'],
  ])('%j', async (wish, status, error) => {
    await fault({ ...wish, call: 'crm.contact.ADD' });
    expect(await contacts()).toBe(0);
    expect(await add()).toMatchObject({ status, body: { error } });
    expect((await add()).status).toBe(200);
    expect(await contacts()).toBe(1);
  });

  test('also when it is a command of a batch', async () => {
    await fault({ kind: 'error', status: 500, call: 'crm.contact.*' });
    expect((await addAll(2)).status).toBe(500);
    expect(await contacts()).toBe(0);
  });

  test.each([[{ kind: 'cut' }], [{ kind: 'timeout', forMs: 60_000 }]])('%j: no answer', async (wish) => {
    await fault({ ...wish, call: 'crm.contact.add' });
    const given = fetch(`${sandbox.endpoints.bitrix24.webhookUrl}crm.contact.add?fields[NAME]=x`, {
      signal: AbortSignal.timeout(500),
    });
    await expect(given).rejects.toThrow(/fetch failed|timeout/i);
    expect(await contacts()).toBe(0);
  });
});

describe('a fault strikes after a call, and it is done', () => {
  test.each([
    [{ kind: 'error-after' }, 500],
    [{ kind: 'html-after', status: 502 }, 502],
  ])('%j', async (wish, status) => {
    await fault({ ...wish, call: 'crm.contact.add' });
    expect((await add()).status).toBe(status);
    expect(await contacts()).toBe(1);
  });

  test.each([[{ kind: 'cut-after' }], [{ kind: 'half-answer' }]])('%j', async (wish) => {
    await fault({ ...wish, call: 'crm.contact.add' });
    await expect(add()).rejects.toThrow(/fetch failed|terminated/);
    expect(await contacts()).toBe(1);
  });

  test('of a batch only so many commands, when it is cut in the middle', async () => {
    await fault({ kind: 'cut-after', call: 'crm.contact.add', commands: 3 });
    await expect(addAll(10)).rejects.toThrow(/fetch failed|terminated/);
    expect(await contacts()).toBe(3);
    expect((await addAll(10)).body.result.result).toHaveLength(10);
  });
});

test('a fault in a batch strikes its commands one by one', async () => {
  await fault({
    kind: 'error',
    call: 'crm.contact.add',
    inBatch: true,
    times: 2,
    error: 'INTERNAL_SERVER_ERROR',
  });
  const { body } = await addAll(5);
  expect(Object.keys(body.result.result)).toEqual(['2', '3', '4']);
  expect(body.result.result_error).toMatchObject([{ error: 'INTERNAL_SERVER_ERROR' }, {}]);
  expect(await contacts()).toBe(3);
  // A call that comes alone is none of its business.
  await fault({ kind: 'error', call: 'crm.contact.add', inBatch: true });
  expect((await add()).status).toBe(200);
});

test('the authorisation server can be struck too', async () => {
  await fault({ kind: 'error-after', call: 'oauth/token' });
  const { portalUrl } = sandbox.endpoints.bitrix24;
  expect((await postJson(`${portalUrl}/oauth/token/`, {})).status).toBe(500);
  expect((await postJson(`${portalUrl}/oauth/token/`, {})).status).toBe(401);
});

test('faults are listed with their hits, cleared, and gone behind a reset', async () => {
  const { id } = await fault({ kind: 'error', call: 'profile', times: 3 });
  await call('profile');
  expect(await control('GET /bitrix24/faults')).toMatchObject({ faults: [{ id, hits: 1, path: 'profile' }] });
  expect(await control(`DELETE /bitrix24/faults?id=${id}`)).toEqual({ cleared: 1 });
  await fault({ kind: 'error', call: 'profile' });
  await sandbox.call('POST /reset');
  expect((await call('profile')).status).toBe(200);
});

describe('the history', () => {
  const history = async (query: string) => (await control(`GET /bitrix24/history?${query}`)).requests;

  test('finds calls by their method, alone and in a batch, with the faults that struck', async () => {
    await fault({ kind: 'error', call: 'crm.contact.add' });
    await add();
    await addAll(2);
    await call('profile');
    expect(await history('call=crm.contact.Add')).toMatchObject([
      { status: 503, calls: ['/crm.contact.add'], faults: [{ kind: 'error' }] },
      {
        status: 200,
        calls: ['/batch', '/crm.contact.add', '/crm.contact.add'],
        caller: { portalUser: 1, by: 'webhook' },
      },
    ]);
    expect(await history('call=profile')).toHaveLength(1);
  });

  test('has no webhook code, no token and no secret in it', async () => {
    const { oauth, webhookUrl, portalUrl } = sandbox.endpoints.bitrix24;
    await call('profile', { auth: 'my-token' });
    await postJson(`${portalUrl}/oauth/token/?client_secret=${oauth.clientSecret}&code=my-code`, {
      refresh_token: 'my-token',
    });
    const text = JSON.stringify(await history(''));
    const code = webhookUrl.split('/').at(-2) ?? '';
    for (const secret of [code, 'my-token', 'my-code', oauth.clientSecret])
      expect(text).not.toContain(secret);
    expect(text).toContain('/rest/1/[redacted]/profile');
  });

  test('waits for a call', async () => {
    const waiting = history('call=server.time&waitMs=20000');
    await call('server.time');
    expect(await waiting).toHaveLength(1);
  });
});

describe('control calls', () => {
  test('change the limits, count what was used, and empty the bucket', async () => {
    await control('POST /bitrix24/behaviour', { limits: 'on', burst: 2, perSecond: 0.001 });
    expect([
      (await call('profile')).status,
      (await call('profile')).status,
      (await call('profile')).status,
    ]).toEqual([200, 200, 503]);
    expect(await control('GET /bitrix24/usage')).toMatchObject({
      requests: 3,
      refusedByRate: 1,
      methods: { profile: 2 },
      level: expect.closeTo(2, 1),
    });
    await control('POST /bitrix24/limits/reset');
    expect((await call('profile')).status).toBe(200);
    await sandbox.call('POST /reset');
    expect(await control('GET /bitrix24/behaviour')).toMatchObject({ limits: 'off', burst: 50 });
  });

  test('make contacts, webhooks, and let a webhook die', async () => {
    expect(await control('POST /bitrix24/contacts', { count: 3, seed: 'mine' })).toMatchObject({ count: 3 });
    expect((await call('crm.contact.list', { filter: { ORIGINATOR_ID: 'mine' } })).body.total).toBe(3);
    const { webhookUrl, code } = await control('POST /bitrix24/webhooks', { userId: 2, scopes: ['crm'] });
    expect((await postJson(`${webhookUrl}profile`, {})).body.result.ID).toBe('2');
    await control(`DELETE /bitrix24/webhooks?code=${code}`);
    expect((await postJson(`${webhookUrl}profile`, {})).status).toBe(401);
    await control('DELETE /bitrix24/webhooks');
    expect((await call('profile')).body.error).toBe('NO_AUTH_FOUND');
  });

  test('make a field mandatory', async () => {
    await control('POST /bitrix24/required-fields', { entityTypeId: 3, field: 'lastName' });
    expect((await add()).body.error).toBe('CRM_FIELD_ERROR_REQUIRED');
    await control('POST /bitrix24/required-fields', {
      entityTypeId: 3,
      field: 'lastName',
      isRequired: false,
    });
    expect((await add()).status).toBe(200);
  });
});
