import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EventReceiver, startEventReceiver } from '../../testing/event-receiver.ts';
import { type PortalClient, portalApplication, portalWebhook } from '../../testing/portal-client.ts';
import type { AnyJson } from '../../testing/rosdomofon-client.ts';
import { openTestSandbox, type TestSandbox } from '../../testing/test-sandbox.ts';

let sandbox: TestSandbox;
let webhook: PortalClient;
let application: Awaited<ReturnType<typeof portalApplication>>;
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 10, bitrix24: { limits: 'off' } });
  webhook = portalWebhook(sandbox);
  application = await portalApplication(sandbox);
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
});
afterAll(() => sandbox.close());

const CONTACT = 3;
const bindOffline = (event: string, more: object = {}) =>
  application.result('event.bind', { event, event_type: 'offline', ...more });
const addContacts = async (count: number): Promise<number[]> => {
  const ids: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const { item } = await webhook.result('crm.item.add', {
      entityTypeId: CONTACT,
      fields: { name: `n${n}` },
    });
    ids.push(item.id);
  }
  return ids;
};
const rename = (id: number, name: string, more: object = {}, by: PortalClient = webhook) =>
  by.result('crm.item.update', { entityTypeId: CONTACT, id, fields: { name }, ...more });
const read = (params: object = {}): Promise<AnyJson> => application.result('event.offline.get', params);
const contactsIn = ({ events }: AnyJson) =>
  events.map((event: AnyJson) => Number(event.EVENT_DATA.FIELDS.ID));

describe('the offline queue', () => {
  test('has one row for each object, however often it changed, and is empty when it was read', async () => {
    await bindOffline('ONCRMCONTACTUPDATE');
    const [first = 0, second = 0] = await addContacts(2);
    for (const name of ['a', 'b', 'c']) await rename(first, name);
    await rename(second, 'd');
    const page = await read();
    expect(page).toEqual({
      process_id: null,
      events: [first, second].map((id) => ({
        ID: expect.stringMatching(/^\d+$/),
        TIMESTAMP_X: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+\+03:00$/),
        EVENT_NAME: 'ONCRMCONTACTUPDATE',
        EVENT_DATA: { FIELDS: { ID: id } },
        EVENT_ADDITIONAL: { user_id: '1' },
        MESSAGE_ID: expect.any(String),
      })),
    });
    expect((await read()).events).toEqual([]);
  });

  test('gives parallel readers rows that no other one has, and together all of them', async () => {
    await bindOffline('ONCRMCONTACTADD');
    const ids = await addContacts(25);
    const pages = await Promise.all(Array.from({ length: 5 }, () => read({ clear: 0, limit: 5 })));
    expect(new Set(pages.map(({ process_id }) => process_id)).size).toBe(5);
    expect(pages.flatMap(contactsIn).toSorted((a, b) => a - b)).toEqual(ids);
    expect((await read({ clear: 0 })).events).toEqual([]);
  });

  test('loses nothing: what happens to a reserved object is a row of its own', async () => {
    await bindOffline('ONCRMCONTACTUPDATE');
    const [id = 0] = await addContacts(1);
    await rename(id, 'a');
    const { process_id, events } = await read({ clear: 0 });
    await rename(id, 'b');
    expect(await application.result('event.offline.clear', { process_id })).toBe(true);
    const after = await read();
    expect(contactsIn(after)).toEqual([id]);
    expect(after.events[0].ID).not.toBe(events[0].ID);
  });

  test('keeps what its reader did not clear, and gives it to him again under his process', async () => {
    await bindOffline('ONCRMCONTACTADD');
    const ids = await addContacts(3);
    const { process_id, events } = await read({ clear: 0 });
    await application.result('event.offline.clear', { process_id, message_id: [events[0].MESSAGE_ID] });
    await application.result('event.offline.clear', { process_id, id: [events[1].ID] });
    expect(contactsIn(await read({ clear: 0, process_id }))).toEqual([ids[2]]);
    await application.result('event.offline.error', { process_id, message_id: [events[2].MESSAGE_ID] });
    expect(contactsIn(await read({ clear: 0, process_id }))).toEqual([]);
    expect(contactsIn(await read({ clear: 0, process_id, error: 1 }))).toEqual([ids[2]]);
    const listed = await application.call('event.offline.list', { filter: { ERROR: 1 } });
    expect(listed.body).toMatchObject({ total: 1, result: [{ PROCESS_ID: process_id, ERROR: '1' }] });
  });

  test('is filtered and sorted as it is asked, and listed by pages without taking anything', async () => {
    await bindOffline('ONCRMCONTACTADD');
    await bindOffline('ONCRMCONTACTDELETE');
    const ids = await addContacts(60);
    await webhook.result('crm.item.delete', { entityTypeId: CONTACT, id: ids[0] });
    const only = { filter: { '=EVENT_NAME': 'ONCRMCONTACTDELETE' } };
    expect((await application.call('event.offline.list', only)).body.total).toBe(1);
    const { body } = await application.call('event.offline.list', { order: { ID: 'DESC' } });
    expect(body).toMatchObject({ total: 61, next: 50 });
    expect(body.result[0].EVENT_NAME).toBe('ONCRMCONTACTDELETE');
    expect(contactsIn(await read(only))).toEqual([ids[0]]);
    expect((await read({ limit: 100 })).events).toHaveLength(60);
  });

  test('has no echo of what was done under its connector, and has what everybody else did', async () => {
    await bindOffline('ONCRMCONTACTUPDATE', { auth_connector: 'hub' });
    const [own = 0, foreign = 0] = await addContacts(2);
    await rename(own, 'by us', { auth_connector: 'hub' }, application);
    await rename(foreign, 'by a person');
    expect((await read()).events).toEqual([]);
    expect(contactsIn(await read({ auth_connector: 'hub' }))).toEqual([foreign]);
  });

  test('needs an application, and a process to clear', async () => {
    expect((await webhook.call('event.offline.get')).body.error).toBe('WRONG_AUTH_TYPE');
    expect((await application.call('event.offline.clear', {})).body.error).toBe('ERROR_ARGUMENT');
  });
});

describe('ONOFFLINEEVENT', () => {
  let receiver: EventReceiver;
  beforeAll(async () => {
    receiver = await startEventReceiver();
  });
  afterAll(() => receiver[Symbol.asyncDispose]());

  test('wakes the application with tokens, not more often than it asked for, and only when something is new', async () => {
    await bindOffline('ONCRMCONTACTADD', { auth_connector: 'hub' });
    const wish = { event: 'ONOFFLINEEVENT', handler: receiver.url, options: { minTimeout: 2 } };
    await application.result('event.bind', wish);
    const startMs = performance.now();
    await addContacts(3);
    const [first] = await receiver.atLeast(1);
    expect(first?.form).toMatchObject({ event: 'ONOFFLINEEVENT', data: '[]' });
    expect(first?.form['auth[refresh_token]']).toMatch(/^[0-9a-f]{70}$/);
    expect(performance.now() - startMs).toBeLessThan(2000);
    await read({ auth_connector: 'hub' });
    const [fresh] = await addContacts(1);
    await receiver.atLeast(2);
    expect(performance.now() - startMs).toBeGreaterThan(1900);
    expect(contactsIn(await read({ auth_connector: 'hub' }))).toEqual([fresh]);
  });
});
