import { describe, expect, test } from 'vitest';
import { AT, message } from '../contract/requests/open-lines.ts';
import { reference } from '../index.ts';
import { createFakeBitrix24, page, table } from '../testing/index.ts';
import { resourcesOf } from './resources.ts';

describe('in a batch', () => {
  test('a contact and its deal go in one request, the deal knowing the contact', async () => {
    const { client, answer, requests } = createFakeBitrix24();
    answer('crm.item.add', { item: { id: 43 } }, { item: { id: '7', contactId: 43 } });
    answer('crm.timeline.comment.add', 999);
    const outcome = await client.batch({
      contact: client.contacts.add.command({ fields: { name: 'Иван' } }),
      deal: client.deals.add.command({
        fields: { title: 'x', contactId: reference('contact', 'item', 'id'), opened: true },
      }),
      comment: client.timeline.addComment.command({
        entityType: 'deal',
        entityId: reference('deal', 'item', 'id'),
        comment: 'Заявка № 1',
      }),
    });
    expect(requests.map(({ request, method, params }) => [request, method, params])).toMatchObject([
      [0, 'crm.item.add', { entityTypeId: '3', useOriginalUfNames: 'Y' }],
      [0, 'crm.item.add', { entityTypeId: '2', fields: { contactId: '43', opened: 'Y' } }],
      [0, 'crm.timeline.comment.add', { fields: { ENTITY_ID: '7' } }],
    ]);
    expect(outcome).toMatchObject({
      contact: { status: 'ok', result: { id: 43 } },
      deal: { status: 'ok', result: { id: 7 } },
      comment: { status: 'ok', result: 999 },
    });
  });

  test('a list is its rows', async () => {
    const { client, answer } = createFakeBitrix24();
    answer('crm.item.list', page({ items: [{ id: 1 }] }, { total: 70, next: 50 }), page([]));
    const [some, none] = await client.batch([
      client.contacts.list.command({ select: ['id'] }),
      client.deals.list.command({}, { start: -1 }),
    ]);
    expect(some).toMatchObject({ status: 'ok', result: [{ id: 1 }], total: 70, next: 50 });
    expect(none).toMatchObject({ status: 'ok', result: [] });
  });
});

test('everything is iterated by id, many pages a request', async () => {
  const { client, answer, requests } = createFakeBitrix24();
  answer(
    'crm.item.list',
    table(
      Array.from({ length: 320 }, (_, at) => ({ id: at + 1 })),
      { rowsAt: 'items' },
    ),
  );
  const rows = await client.contacts.iterate({ select: ['id'] }).toArray();
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 320 }, (_, at) => at + 1));
  expect(new Set(requests.map(({ request }) => request)).size).toBeLessThan(5);
});

test('a dictionary of several pages is one list, and one without an end is an error', async () => {
  const { client, answer, requests } = createFakeBitrix24();
  const status = (id: number) => ({ ID: id, ENTITY_ID: 'SOURCE', STATUS_ID: `S${id}` });
  answer('crm.status.list', page([status(1)], { next: 50 }), page([status(2)]));
  expect(await client.statuses.list({ entityId: 'SOURCE' })).toHaveLength(2);
  expect(requests.map(({ params }) => params['start'])).toEqual([0, 50]);
  answer('crm.status.list', page([status(1)], { next: 50 }));
  await expect(client.statuses.list()).rejects.toMatchObject({ code: 'BITRIX24_RESPONSE_INVALID' });
});

test('more than twenty values are asked for in several calls, and found as one', async () => {
  const { client, answer, requests } = createFakeBitrix24();
  answer('crm.duplicate.findbycomm', { CONTACT: [1, 2] }, { CONTACT: [2, 3], LEAD: [9] });
  const values = Array.from({ length: 30 }, (_, at) => `${at}@example.test`);
  expect(await client.duplicates.findByComm({ type: 'EMAIL', values })).toEqual({
    CONTACT: [1, 2, 3],
    LEAD: [9],
  });
  expect(requests.map(({ params }) => (params['values'] as unknown[]).length)).toEqual([20, 10]);
});

describe('refused before anything is sent is', () => {
  const { client, requests } = createFakeBitrix24();
  test.each([
    ['a field that crm.item.* would ignore', () => client.contacts.add({ fields: { NAME: 'x' } as never })],
    ['a user field by its other name', () => client.contacts.add({ fields: { ufCrm_1: 'x' } as never })],
    ['an unknown parameter', () => client.contacts.get({ id: 1, select: [] } as never)],
    [
      'a name with a number',
      () =>
        client.connectorMessages.send({
          ...AT,
          messages: [{ ...message, user: { id: '1', name: 'Иван кв. 12' } }],
        }),
    ],
    [
      'a message without anything',
      () =>
        client.connectorMessages.send({
          ...AT,
          messages: [{ ...message, message: { id: '1', sentAt: new Date() } }],
        }),
    ],
    ['a connector with a dot', () => client.connectors.status({ connector: 'ros.domofon', line: 1 })],
    [
      'a deadline of no time zone',
      () => client.activities.addTodo({ ownerTypeId: 2, ownerId: 1, deadline: '2026-11-27T10:00:00' }),
    ],
    [
      'more than an import takes',
      () => client.contacts.batchImport({ items: Array.from({ length: 21 }, () => ({})) }),
    ],
  ])('%s', async (_, call) => {
    await expect(call()).rejects.toMatchObject({ code: 'BITRIX24_CONFIGURATION' });
    expect(requests).toEqual([]);
  });

  test('and the error repeats no value', async () => {
    await expect(client.contacts.get({ id: '+79000000001' })).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('79000000001') as string }) as Error,
    );
  });
});

describe('what the portal says it has not done', () => {
  test.each([
    ['false', false],
    ['a result that is false', { result: false }],
    ['no success', { SUCCESS: false, DATA: [] }],
  ])('is an error, though the status is 200: %s', async (_, result) => {
    const { client, answer } = createFakeBitrix24();
    answer('imconnector.activate', result);
    await expect(client.connectors.activate(AT)).rejects.toMatchObject({ code: 'BITRIX24_RESPONSE_INVALID' });
  });
});

describe('the name of our connector', () => {
  const calls = (fake: ReturnType<typeof createFakeBitrix24>) =>
    resourcesOf({ ...fake.client, authConnector: 'hub' });

  test('goes along with what changes something in the CRM, singly and in a batch', async () => {
    const fake = createFakeBitrix24();
    const { contacts, timeline } = calls(fake);
    fake.answer('crm.item.add', { item: { id: 1 } });
    fake.answer('crm.timeline.comment.add', 2);
    await contacts.add({ fields: {} });
    await fake.client.batch([timeline.addComment.command({ entityType: 'deal', entityId: 1, comment: 'x' })]);
    expect(fake.requests.map(({ params }) => params['auth_connector'])).toEqual(['hub', 'hub']);
  });

  test('and not with reads, nor with what is no change of the CRM', async () => {
    const fake = createFakeBitrix24();
    const { contacts, connectors } = calls(fake);
    fake.answer('crm.item.get', { item: { id: 1 } });
    fake.answer('imconnector.activate', true);
    await contacts.get({ id: 1 });
    await connectors.activate(AT);
    expect(fake.requests.map(({ params }) => params['auth_connector'])).toEqual([undefined, undefined]);
  });

  test('is the one that the offline queue leaves out', async () => {
    const fake = createFakeBitrix24();
    const { offlineEvents, eventBindings } = calls(fake);
    fake.answer('event.offline.get', { process_id: null, events: [] });
    fake.answer('event.bind', true);
    await offlineEvents.reserve();
    await eventBindings.bindOffline({ event: 'ONCRMDEALADD' });
    expect(fake.requests.map(({ params }) => params['auth_connector'])).toEqual(['hub', 'hub']);
  });
});
