import { describe, expect, test } from 'vitest';
import { readEvent, reference } from '../index.ts';
import {
  apiError,
  connectionLost,
  createFakeBitrix24,
  eventForm,
  type FakeRequest,
  page,
  table,
} from './index.ts';

test('answers are used one after the other, and the last one stays', async () => {
  const { client, answer, requests } = createFakeBitrix24();
  answer('profile', { ID: '1' }, { ID: '2' });
  const ids = [];
  for (let times = 0; times < 3; times += 1) ids.push((await client.application.profile()).ID);
  expect(ids).toEqual([1, 2, 2]);
  expect(requests).toHaveLength(3);
});

test('an answer may depend on what is asked', async () => {
  const { client, answer } = createFakeBitrix24();
  answer('crm.item.get', ({ params }: FakeRequest) =>
    params['id'] === 1 ? { item: { id: 1 } } : apiError(400, 'NOT_FOUND', 'Not found'),
  );
  expect(await client.deals.get({ id: 1 })).toMatchObject({ id: 1 });
  await expect(client.deals.get({ id: 2 })).rejects.toMatchObject({ code: 'BITRIX24_NOT_FOUND' });
});

test('a call without an answer says how to give one', async () => {
  const { client } = createFakeBitrix24();
  await expect(client.deals.get({ id: 1 })).rejects.toThrow(/answer\('crm\.item\.get', …\)/);
});

describe('errors are the real ones', () => {
  test.each([true, false])('of a connection that breaks (sent: %s)', async (isSent) => {
    const { client, answer } = createFakeBitrix24({ retry: { maxAttempts: 1 } });
    answer('crm.item.add', connectionLost({ isSent }));
    await expect(client.deals.add({ fields: {} })).rejects.toMatchObject({
      code: 'BITRIX24_CONNECTION',
      unknownOutcome: isSent,
    });
  });

  test('of an answer that the portal would not give', async () => {
    const { client, answer } = createFakeBitrix24();
    answer('crm.item.get', { item: { title: 'no id' } });
    await expect(client.deals.get({ id: 1 })).rejects.toMatchObject({ code: 'BITRIX24_RESPONSE_INVALID' });
  });
});

describe('a batch', () => {
  test('is the methods it is made of, with what they refer to', async () => {
    const { client, answer, requests } = createFakeBitrix24();
    answer('crm.item.list', page({ items: [{ id: 7 }] }, { total: 1 }));
    answer('crm.item.get', ({ params }: FakeRequest) => ({ item: { id: params['id'], title: 'x & y' } }));
    const outcome = await client.batch({
      list: { method: 'crm.item.list', params: { entityTypeId: 2, filter: { '=title': 'x & y+z' } } },
      first: client.deals.get.command({ id: reference('list', 'items', 0, 'id') }),
      none: client.deals.get.command({ id: reference('list', 'items', 9, 'id') }),
    });
    expect(requests.map(({ params }) => params['id'] ?? params['filter'])).toEqual([
      { '=title': 'x & y+z' },
      '7',
      expect.stringContaining('$result['),
    ]);
    expect(outcome).toMatchObject({ list: { total: 1 }, first: { status: 'ok', result: { id: 7 } } });
  });

  test('stops at a failure when it is told to', async () => {
    const { client, answer } = createFakeBitrix24();
    answer('crm.item.get', apiError(400, 'NOT_FOUND'), { item: { id: 2 } });
    const commands = [client.deals.get.command({ id: 1 }), client.deals.get.command({ id: 2 })];
    expect(await client.batch(commands, { halt: true })).toMatchObject([
      { status: 'error' },
      { status: 'notExecuted', reason: 'halted' },
    ]);
    answer('crm.item.get', apiError(400, 'NOT_FOUND'), { item: { id: 2 } });
    expect(await client.batch(commands)).toMatchObject([{ status: 'error' }, { status: 'ok' }]);
  });
});

describe('a table', () => {
  const rows = Array.from({ length: 120 }, (_, at) => ({ ID: String(120 - at) }));

  test('has pages, counted or not', async () => {
    const { client, answer } = createFakeBitrix24();
    answer('crm.deal.list', table(rows));
    const first = await client.list('crm.deal.list');
    expect(first).toMatchObject({ total: 120, next: 50 });
    expect(first.rows[0]).toEqual({ ID: '1' });
    expect(await client.list('crm.deal.list', {}, { start: 100 })).toMatchObject({ next: undefined });
    expect((await client.list('crm.deal.list', { order: { ID: 'DESC' } }, { start: -1 })).rows[0]).toEqual({
      ID: '120',
    });
  });

  test('finds by id', async () => {
    const { client, answer } = createFakeBitrix24();
    answer('crm.deal.list', table(rows));
    const found = async (filter: object) =>
      (await client.list('crm.deal.list', { filter })).rows.map((row) => Number((row as { ID: string }).ID));
    expect(await found({ '=ID': 7 })).toEqual([7]);
    expect(await found({ '@ID': [3, 5] })).toEqual([3, 5]);
    expect(await found({ '>ID': 118 })).toEqual([119, 120]);
  });
});

test('the body of an event is one that is read as such', () => {
  const body = eventForm({
    event: 'ONCRMDEALUPDATE',
    data: { FIELDS: { ID: 662 } },
    auth: { application_token: 'secret', user_id: 1 },
  });
  expect(readEvent(body)).toMatchObject({
    kind: 'item',
    id: 662,
    auth: { application_token: 'secret', user_id: 1 },
  });
  expect(readEvent(eventForm({ event: 'ONIMCONNECTORLINEDELETE', data: 107 }))).toMatchObject({ line: 107 });
});
