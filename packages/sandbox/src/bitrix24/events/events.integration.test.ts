import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EventReceiver, startEventReceiver } from '../../testing/event-receiver.ts';
import { CONNECTOR, connectToLine } from '../../testing/open-lines-client.ts';
import { type PortalClient, portalApplication, portalWebhook } from '../../testing/portal-client.ts';
import type { AnyJson } from '../../testing/rosdomofon-client.ts';
import { openTestSandbox, type TestSandbox } from '../../testing/test-sandbox.ts';

let sandbox: TestSandbox;
let receiver: EventReceiver;
let webhook: PortalClient;
let application: Awaited<ReturnType<typeof portalApplication>>;
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 10, bitrix24: { limits: 'off' } });
  receiver = await startEventReceiver();
  webhook = portalWebhook(sandbox);
  application = await portalApplication(sandbox);
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
  receiver.answers(200);
  receiver.forget();
});
afterAll(async () => {
  await receiver[Symbol.asyncDispose]();
  await sandbox.close();
});

const control = async (call: string, body?: object): Promise<AnyJson> =>
  JSON.parse((await sandbox.call(call, body)).text);
const handler = () => `${receiver.url}/hook`;
const bind = (event: string, more: object = {}) =>
  application.call('event.bind', { event, handler: handler(), ...more });
const addContact = async (name: string, more: object = {}): Promise<number> =>
  (await webhook.result('crm.item.add', { entityTypeId: 3, fields: { name }, ...more })).item.id;
/** Everything that was queued is on its way or over. */
const sentEvents = async (count: number, query = ''): Promise<AnyJson[]> => {
  const events: AnyJson[] = [];
  for (let since = 0; events.length < count; ) {
    const page = await control(`GET /bitrix24/events?since=${since}&waitMs=10000${query}`);
    if (page.events.length === 0) break;
    events.push(...page.events);
    since = page.next;
  }
  return events;
};

describe('an event', () => {
  test('comes as a form of PHP keys, every value text, with what an application needs to trust it', async () => {
    expect((await bind('onCrmContactAdd')).body.result).toBe(true);
    const id = await addContact('Иван & Ко');
    const [event] = await receiver.atLeast(1);
    const { portalUrl } = sandbox.endpoints.bitrix24;
    expect(event?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(event?.body).toContain('data%5BFIELDS%5D%5BID%5D=');
    expect(event?.form).toEqual({
      event: 'ONCRMCONTACTADD',
      event_handler_id: expect.stringMatching(/^\d+$/),
      'data[FIELDS][ID]': String(id),
      ts: expect.stringMatching(/^\d{10}$/),
      'auth[domain]': new URL(portalUrl).host,
      'auth[client_endpoint]': `${portalUrl}/rest/`,
      'auth[server_endpoint]': `${portalUrl}/rest/`,
      'auth[member_id]': application.tokens.member_id,
      'auth[application_token]': expect.stringMatching(/^[0-9a-f]{32}$/),
      'auth[access_token]': expect.stringMatching(/^[0-9a-f]{70}$/),
      'auth[expires]': expect.stringMatching(/^\d{10}$/),
      'auth[expires_in]': '3600',
      'auth[scope]': expect.stringContaining('crm'),
      'auth[status]': 'L',
      'auth[user_id]': '1',
    });
    const named = application.with(event?.form['auth[access_token]'] ?? '');
    expect(await named.result('profile')).toMatchObject({ ID: '1' });
    expect(await application.result('profile')).toMatchObject({ ID: '1' });
  });

  test('tells what happened to which object, in the order in which it happened', async () => {
    for (const event of ['ONCRMDEALADD', 'ONCRMDEALUPDATE', 'ONCRMDEALDELETE', 'ONCRMDYNAMICITEMADD_1046'])
      await bind(event);
    const { item } = await webhook.result('crm.item.add', { entityTypeId: 2, fields: { title: 'Домофон' } });
    await webhook.result('crm.item.update', { entityTypeId: 2, id: item.id, fields: { title: 'Домофон 2' } });
    // Nothing is changed, so nothing is told.
    await webhook.result('crm.item.update', { entityTypeId: 2, id: item.id, fields: { title: 'Домофон 2' } });
    await webhook.result('crm.item.delete', { entityTypeId: 2, id: item.id });
    const smart = await webhook.result('crm.item.add', { entityTypeId: 1046, fields: { title: 'Заявка' } });
    const events = await receiver.atLeast(4);
    expect(events.map(({ form }) => [form['event'], form['data[FIELDS][ID]']])).toEqual([
      ['ONCRMDEALADD', String(item.id)],
      ['ONCRMDEALUPDATE', String(item.id)],
      ['ONCRMDEALDELETE', String(item.id)],
      ['ONCRMDYNAMICITEMADD_1046', String(smart.item.id)],
    ]);
    expect(events[3]?.form['data[FIELDS][ENTITY_TYPE_ID]']).toBe('1046');
  });

  test('is not sent again to a handler that fails, answers nothing, or is gone', async () => {
    await bind('ONCRMCONTACTADD');
    await application.result('event.bind', { event: 'ONCRMCONTACTADD', handler: 'http://127.0.0.1:9/gone' });
    receiver.answers(500);
    await addContact('Первый');
    const statuses = (await sentEvents(2)).map(({ url, status }) => [url, status] as const);
    expect(Object.fromEntries(statuses)).toEqual({ 'http://127.0.0.1:9/gone': null, [handler()]: 500 });
    receiver.answers(200);
    await addContact('Второй');
    const received = await receiver.atLeast(2);
    expect(received.map(({ form }) => form['data[FIELDS][ID]'])).toHaveLength(2);
    expect(new Set(received.map(({ form }) => form['data[FIELDS][ID]'])).size).toBe(2);
  });

  test('goes to outgoing webhooks with five fields and no token that opens anything', async () => {
    const { applicationToken } = await control('POST /bitrix24/outgoing-webhooks', {
      url: `${receiver.url}/out`,
      events: ['oncrmcontactadd'],
    });
    await addContact('Иван');
    const [event] = await receiver.atLeast(1);
    const auth = Object.keys(event?.form ?? {}).filter((key) => key.startsWith('auth'));
    expect(auth.toSorted()).toEqual([
      'auth[application_token]',
      'auth[client_endpoint]',
      'auth[domain]',
      'auth[member_id]',
      'auth[server_endpoint]',
    ]);
    expect(event?.form['auth[application_token]']).toBe(applicationToken);
    const refused = await sandbox.call('POST /bitrix24/outgoing-webhooks', {
      url: receiver.url,
      events: ['ONIMCONNECTORMESSAGEADD'],
    });
    expect(refused.status).toBe(400);
    expect(await control('DELETE /bitrix24/outgoing-webhooks')).toEqual({ deleted: 1 });
  });
});

describe('event.bind', () => {
  test('refuses a handler twice, an unknown event, an address that is not safe, and a webhook', async () => {
    expect((await bind('ONCRMLEADADD')).status).toBe(200);
    expect(await bind('OnCrmLeadAdd')).toMatchObject({
      status: 400,
      body: {
        error: 'ERROR_HANDLER_ALREADY_EXIST',
        error_description: expect.stringContaining('Unable to set'),
      },
    });
    expect(await bind('ONMOONRISE')).toMatchObject({ status: 400, body: { error: 'ERROR_EVENT_NOT_FOUND' } });
    for (const url of ['http://example.org/', 'ftp://127.0.0.1/', 'hook'])
      expect((await bind('ONCRMDEALADD', { handler: url })).status).toBe(400);
    expect((await bind('ONCRMDEALADD', { handler: 'https://example.org/hook' })).status).toBe(200);
    expect(await webhook.call('event.bind', { event: 'ONCRMDEALADD', handler: handler() })).toMatchObject({
      status: 403,
      body: { error: 'WRONG_AUTH_TYPE' },
    });
  });

  test('is undone by event.unbind, and seen in event.get', async () => {
    await bind('ONCRMLEADADD');
    await bind('ONCRMDEALADD', { event_type: 'offline', auth_connector: 'hub' });
    expect(await application.result('event.get')).toEqual([
      { event: 'ONCRMLEADADD', handler: handler(), auth_type: '0', offline: 0 },
      { event: 'ONCRMDEALADD', handler: '', auth_type: '0', offline: 1, connector_id: 'hub' },
    ]);
    const unbind = (event: string) => application.result('event.unbind', { event, handler: handler() });
    expect(await unbind('ONCRMLEADADD')).toEqual({ count: 1 });
    expect(await unbind('ONCRMLEADADD')).toEqual({ count: 0 });
    expect(await application.result('event.get')).toHaveLength(1);
  });

  test('is tried out with event.test', async () => {
    await bind('ONAPPTEST');
    expect(await application.result('event.test', { ping: { a: [1, true, null] } })).toBe(true);
    const [event] = await receiver.atLeast(1);
    expect(event?.form).toMatchObject({ 'data[QUERY][ping][a][0]': '1', 'data[QUERY][ping][a][1]': '1' });
    expect(event?.body).not.toContain(application.tokens.access_token);
  });
});

describe('an application', () => {
  test('hears of its installation at its own address, with both tokens, and of its end with its token alone', async () => {
    await control('POST /bitrix24/application', { handlerUrl: `${receiver.url}/install`, isInstalled: true });
    const [installed] = await receiver.atLeast(1);
    expect(installed).toMatchObject({
      path: '/install',
      form: { event: 'ONAPPINSTALL', 'auth[status]': 'L' },
    });
    const fresh = application.with(installed?.form['auth[access_token]'] ?? '');
    expect(installed?.form['auth[refresh_token]']).toMatch(/^[0-9a-f]{70}$/);
    await connectToLine(fresh, receiver.url);
    await fresh.result('event.bind', { event: 'ONAPPUNINSTALL', handler: handler() });
    await fresh.result('event.bind', { event: 'ONCRMCONTACTADD', handler: handler() });
    receiver.forget();

    await control('POST /bitrix24/application', { isInstalled: false });
    await addContact('Никто не узнает');
    const [removed] = await receiver.atLeast(1);
    expect(removed?.form).toMatchObject({
      event: 'ONAPPUNINSTALL',
      'auth[application_token]': installed?.form['auth[application_token]'],
    });
    expect(removed?.form['auth[access_token]']).toBeUndefined();
    expect(await sentEvents(2)).toHaveLength(2);

    await control('POST /bitrix24/application', { isInstalled: true });
    application = await portalApplication(sandbox);
    expect(await application.result('event.get')).toEqual([]);
    expect(await application.result('imconnector.list')).not.toHaveProperty(CONNECTOR);
  });
});

describe('on a bad journey', () => {
  const journey = async (settings: object): Promise<string[]> => {
    receiver.forget();
    await control('POST /bitrix24/event-delivery', { minDelayMs: 0, maxDelayMs: 0, ...settings });
    const commands = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [`c${n}`, `crm.item.add?entityTypeId=3&fields[name]=n${n}`]),
    );
    const { result } = await webhook.result('batch', { halt: 0, cmd: commands });
    const places = new Map(Object.values<AnyJson>(result).map(({ item }, n) => [String(item.id), String(n)]));
    await expect
      .poll(async () => (await control('GET /bitrix24/event-delivery')).waiting, { timeout: 20_000 })
      .toBe(0);
    return receiver.received.map(({ form }) => places.get(form['data[FIELDS][ID]'] ?? '') ?? '?');
  };
  beforeEach(() => bind('ONCRMCONTACTADD'));

  test('events come twice, late and in another order, the same way with the same seed', async () => {
    const settings = { seed: 7, duplicated: 0.1, reordered: 0.3, dropped: 0.1 };
    const first = await journey(settings);
    expect(new Set(first).size).toBeLessThan(40);
    expect(first.length).toBeGreaterThan(new Set(first).size);
    expect(first).not.toEqual(first.toSorted((a, b) => Number(a) - Number(b)));
    expect(await journey(settings)).toEqual(first);
    expect(await journey({ ...settings, seed: 8 })).not.toEqual(first);
  });

  test('nothing of that happens to events when nobody asked for it', async () => {
    expect(await journey({ seed: 7 })).toEqual(Array.from({ length: 40 }, (_, n) => String(n)));
  });

  test('forged events carry another token, foreign ones another portal, and some come without an access token', async () => {
    await control('POST /bitrix24/event-delivery', { forged: 1, foreign: 1, withoutAccessToken: 1 });
    await addContact('Иван');
    const [forged, foreign, right] = (await receiver.atLeast(3)).map(({ form }) => form);
    const token = right?.['auth[application_token]'] ?? '';
    expect(right).toMatchObject({ 'auth[member_id]': application.tokens.member_id });
    expect(right?.['auth[access_token]']).toBeUndefined();
    expect(forged?.['auth[application_token]']).toHaveLength(token.length);
    expect(forged?.['auth[application_token]']).not.toBe(token);
    expect(forged?.['auth[member_id]']).toBe(application.tokens.member_id);
    expect(foreign?.['auth[member_id]']).not.toBe(application.tokens.member_id);
    expect((await sentEvents(3)).map(({ did }) => did)).toEqual([
      ['forged token'],
      ['foreign token'],
      ['without access token'],
    ]);
  });

  test('one that never happened is fired by a control call, with the token that it is given', async () => {
    for (const token of ['right', 'missing'])
      await control('POST /bitrix24/events', {
        event: 'oncrmcontactadd',
        data: { FIELDS: { ID: 77 } },
        token,
      });
    const [right, missing] = (await receiver.atLeast(2)).map(({ form }) => form);
    expect([right?.['data[FIELDS][ID]'], missing?.['data[FIELDS][ID]']]).toEqual(['77', '77']);
    expect(right?.['auth[application_token]']).toMatch(/^[0-9a-f]{32}$/);
    expect(missing?.['auth[application_token]']).toBeUndefined();
  });
});
