import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WEBHOOKS } from '../auth/webhooks.ts';
import { put } from '../state/change.ts';
import { ask, openTestPortal, type TestPortal } from '../testing/test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
beforeEach(() => portal.context.reset());
afterAll(() => portal.close());

const FIELDS = { NAME: 'Иван & Ко', PHONE: [{ VALUE: '+79000000001', VALUE_TYPE: 'WORK' }] };
const FLAT = {
  'fields[NAME]': FIELDS.NAME,
  'fields[PHONE][0][VALUE]': '+79000000001',
  'fields[PHONE][0][VALUE_TYPE]': 'WORK',
};

describe('a call', () => {
  test.each([
    [
      'JSON',
      () => ({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ fields: FIELDS }),
      }),
    ],
    ['a form', () => ({ method: 'POST', body: new URLSearchParams(FLAT) })],
    ['a multipart form', () => ({ method: 'POST', body: formOf(FLAT) })],
    [
      'JSON that nobody announced',
      () => ({
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: JSON.stringify({ fields: FIELDS }),
      }),
    ],
  ])('is taken as %s', async (_, init) => {
    const { body } = await ask(`${portal.webhookUrl}crm.contact.add`, init());
    expect(await portal.result('crm.contact.get', { id: body.result })).toMatchObject(FIELDS);
  });

  test('is taken as a GET, with .json or without, in any case, with parameters that nobody knows', async () => {
    const { body } = await ask(
      `${portal.webhookUrl}crm.Contact.add.json?${new URLSearchParams(FLAT).toString()}&bx24_request_id=1`,
    );
    const read = await ask(`${portal.webhookUrl}CRM.CONTACT.GET?ID=${body.result}`);
    expect(read.body.result).toMatchObject(FIELDS);
  });

  test('is answered as JSON, with every field of time', async () => {
    const { contentType, body } = await portal.call('profile');
    expect(contentType).toBe('application/json; charset=utf-8');
    expect(Object.keys(body.time).toSorted()).toEqual([
      'date_finish',
      'date_start',
      'duration',
      'finish',
      'operating',
      'operating_reset_at',
      'processing',
      'start',
    ]);
  });

  test('with a body that is no JSON is refused', async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"fields":' };
    expect((await ask(`${portal.webhookUrl}crm.contact.add`, init)).body).toMatchObject({
      error: 'INVALID_REQUEST',
    });
  });
});

describe('a refusal', () => {
  const refusal = async (method: string, params: object = {}) => {
    const { status, body } = await portal.call(method, params);
    return [status, body.error];
  };

  test('of a method that there is not', async () => {
    expect(await refusal('crm.nothing.add')).toEqual([404, 'ERROR_METHOD_NOT_FOUND']);
    expect(await refusal('')).toEqual([404, 'ERROR_METHOD_NOT_FOUND']);
  });

  test('of a webhook for what only applications may do', async () => {
    expect(await refusal('imconnector.list')).toEqual([403, 'WRONG_AUTH_TYPE']);
    expect(await refusal('event.get')).toEqual([403, 'WRONG_AUTH_TYPE']);
    expect(await refusal('app.info')).toEqual([400, 'ACCESS_DENIED']);
  });

  test('of a webhook that is not, of another user, that was revoked, or has not the scope', async () => {
    const { origin, context } = portal;
    const at = async (path: string) => {
      const { status, body } = await ask(`${origin}/rest/${path}`);
      return [status, body.error ?? 'none'];
    };
    const webhook = { userId: 2, code: 'abc', scopes: ['user'], isRevoked: false };
    context.save([put(WEBHOOKS, 'abc', webhook)]);
    expect(await at('1/none/profile')).toEqual([401, 'NO_AUTH_FOUND']);
    expect(await at('1/abc/profile')).toEqual([401, 'INVALID_CREDENTIALS']);
    expect(await at('2/abc/profile')).toEqual([200, 'none']);
    expect(await at('2/abc/crm.contact.list')).toEqual([403, 'insufficient_scope']);
    context.save([put(WEBHOOKS, 'abc', { ...webhook, isRevoked: true })]);
    expect(await at('2/abc/profile')).toEqual([401, 'NO_AUTH_FOUND']);
    expect(await at('profile')).toEqual([401, 'NO_AUTH_FOUND']);
  });

  test('of everything, without a plan that has REST', async () => {
    portal.context.behaviour.hasSubscription = false;
    expect(await refusal('profile')).toEqual([403, 'ACCESS_DENIED']);
  });
});

describe('a portal that was renamed', () => {
  test('sends everybody on with 302 from its old address, and the authorisation server stays', async () => {
    portal.context.address.rename();
    const { port } = new URL(portal.origin);
    const response = await fetch(`${portal.webhookUrl}profile?a=1`, { method: 'POST', redirect: 'manual' });
    const location = response.headers.get('location') ?? '';
    expect([response.status, location]).toEqual([
      302,
      `${portal.webhookUrl.replace('127.0.0.1', 'localhost')}profile?a=1`,
    ]);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect((await ask(`http://127.0.0.1:${port}/oauth/token/`)).status).toBe(401);
    const { body } = await ask(location, { method: 'POST' });
    expect(body.result).toMatchObject({ ID: '1' });
  });
});

test.each([
  ['scope', {}, expect.arrayContaining(['crm', 'imopenlines'])],
  ['method.get', { name: 'crm.item.add' }, { isExisting: true, isAvailable: true }],
  ['method.get', { name: 'imconnector.register' }, { isExisting: true, isAvailable: false }],
  ['method.get', { name: 'crm.nothing' }, { isExisting: false, isAvailable: false }],
  ['feature.get', { CODE: 'rest_offline_extended' }, { value: 'Y' }],
  ['server.time', {}, expect.stringMatching(/\+03:00$/)],
])('%s %j', async (method, params, expected) => {
  expect(await portal.result(method, params)).toEqual(expected);
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
