import { describe, expect, test } from 'vitest';
import { apiError, connectionLost, createFakeBitrix24 } from '../testing/index.ts';

// Which calls are sent again when nobody knows whether they were executed: those whose repeat changes nothing.

const item = { item: { id: 43 } };
const lost = connectionLost({ isSent: true });

describe('after an outcome that is unknown', () => {
  test.each([
    ['a field', { UF_CRM_FLAT: '47' }],
    ['a phone that is changed in its record', { fm: { 15: { typeId: 'PHONE', value: '+79000000001' } } }],
    ['a phone that is taken away', { fm: { 15: { typeId: 'PHONE', value: '' } } }],
  ])('%s is set again', async (_, fields) => {
    const { client, answer, requests } = createFakeBitrix24();
    answer('crm.item.update', lost, item);
    await client.contacts.update({ id: 43, fields });
    expect(requests).toHaveLength(2);
  });

  test.each([
    ['a phone', { fm: { n0: { typeId: 'PHONE', value: '+79000000001' } } }],
    ['a list of phones', { fm: [{ typeId: 'PHONE', value: '+79000000001' }] }],
  ])('%s is not added again: it would be there twice', async (_, fields) => {
    const { client, answer, requests } = createFakeBitrix24();
    answer('crm.item.update', lost, item);
    await expect(client.contacts.update({ id: 43, fields })).rejects.toMatchObject({ unknownOutcome: true });
    expect(requests).toHaveLength(1);
  });

  test('a classic update is repeated, unless it appends', async () => {
    const { client, answer, requests } = createFakeBitrix24();
    answer('crm.contact.update', lost, true, lost, true);
    await client.contacts.updateClassic({ id: 43, fields: { UF_CRM_TAGS: [] } });
    expect(requests).toHaveLength(2);
    const append = { id: 43, fields: { PHONE: [{ VALUE: '+79000000001' }] } };
    await expect(client.contacts.updateClassic(append)).rejects.toMatchObject({ unknownOutcome: true });
  });

  test.each([
    ['a new object', 'crm.item.add', (client: Client) => client.contacts.add({ fields: {} })],
    [
      'a comment',
      'crm.timeline.comment.add',
      (client: Client) => client.timeline.addComment({ entityType: 'deal', entityId: 1, comment: 'x' }),
    ],
    [
      'a message',
      'imconnector.send.messages',
      (client: Client) =>
        client.connectorMessages.send({
          connector: 'x',
          line: 1,
          messages: [
            { user: { id: 'u' }, message: { id: 'm', sentAt: new Date(), text: 'x' }, chat: { id: 'c' } },
          ],
        }),
    ],
    ['a reservation', 'event.offline.get', (client: Client) => client.offlineEvents.reserve({})],
    [
      'a merge',
      'crm.entity.mergeBatch',
      (client: Client) => client.duplicates.merge({ entityTypeId: 3, ids: [1, 2] }),
    ],
  ])('%s is not made again', async (_, method, call) => {
    const { client, answer, requests } = createFakeBitrix24();
    answer(method, lost, item);
    await expect(call(client)).rejects.toMatchObject({ code: 'BITRIX24_CONNECTION', unknownOutcome: true });
    expect(requests).toHaveLength(1);
  });

  test.each([
    [
      'rows of a deal',
      'crm.item.productrow.set',
      (client: Client) => client.productRows.set({ ownerType: 'D', ownerId: 1, rows: [] }),
      { productRows: [] },
    ],
    [
      'a search',
      'crm.duplicate.findbycomm',
      (client: Client) => client.duplicates.findByPhone({ phone: '79000000001' }),
      [],
    ],
    [
      'an acknowledgement',
      'event.offline.clear',
      (client: Client) => client.offlineEvents.clear({ processId: 'p' }),
      true,
    ],
  ])('%s is asked for again', async (_, method, call, result) => {
    const { client, answer, requests } = createFakeBitrix24();
    answer(method, lost, result);
    await call(client);
    expect(requests).toHaveLength(2);
  });
});

test('a refusal before execution is repeated whatever the call does', async () => {
  const { client, answer, requests } = createFakeBitrix24();
  answer('crm.item.add', apiError(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests'), item);
  await client.contacts.add({ fields: {} });
  expect(requests).toHaveLength(2);
});

type Client = ReturnType<typeof createFakeBitrix24>['client'];
