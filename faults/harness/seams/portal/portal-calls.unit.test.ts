import { describe, expect, test } from 'vitest';
import { callsOf, emptied, isWrite } from './portal-calls.ts';

const batchOf = (cmd: object) => JSON.stringify({ halt: 0, cmd });

describe('the calls of a request', () => {
  test('are one, by webhook and by token, with the kind of entity that it is about', () => {
    const body = JSON.stringify({ entityTypeId: 3, fields: { name: 'Иван' } });
    for (const url of ['/rest/1/abc/crm.item.add', '/rest/crm.item.add.json?auth=x'])
      expect(callsOf(url, body)).toEqual([{ key: null, name: 'crm.item.add 3' }]);
    const comment = JSON.stringify({ fields: { ENTITY_TYPE: 'contact' } });
    expect(callsOf('/rest/1/abc/crm.timeline.comment.add', comment)).toEqual([
      { key: null, name: 'crm.timeline.comment.add contact' },
    ]);
  });

  test('are those of a batch', () => {
    const body = batchOf({ a: 'crm.item.add?entityTypeId=2&fields[title]=x', b: 'profile' });
    expect(callsOf('/rest/1/abc/batch', body)).toEqual([
      { key: 'a', name: 'crm.item.add 2' },
      { key: 'b', name: 'profile' },
    ]);
  });

  test('are none where somebody signs in', () => {
    expect(callsOf('/oauth/token/', 'grant_type=refresh_token')).toEqual([]);
  });

  test.each([
    ['crm.item.add 3', true],
    ['crm.item.productrow.set', true],
    ['crm.contact.userfield.add', true],
    ['imconnector.send.messages', true],
    ['imconnector.send.status.delivery', true],
    ['event.bind', true],
    ['crm.item.list 2', false],
    ['crm.duplicate.findbycomm', false],
    ['imconnector.status', false],
  ])('%s changes something: %s', (name, expected) => {
    expect(isWrite({ key: null, name })).toBe(expected);
  });
});

describe('an answer whose looks find nothing', () => {
  const blind = (answer: object, url: string, body: string) =>
    JSON.parse(emptied(Buffer.from(JSON.stringify(answer)), callsOf(url, body)).toString());

  test('has no rows, alone and in a batch, and the rest as it was', () => {
    expect(blind({ result: { items: [{ id: 1 }] } }, '/rest/crm.item.list', '{"entityTypeId":2}')).toEqual({
      result: { items: [] },
    });
    const body = batchOf({ a: 'crm.duplicate.findbycomm?type=PHONE', b: 'crm.item.add?entityTypeId=2' });
    const answer = { result: { result: { a: { CONTACT: [7] }, b: { item: { id: 8 } } }, result_error: [] } };
    expect(blind(answer, '/rest/batch', body)).toEqual({
      result: { result: { a: { CONTACT: [] }, b: { item: { id: 8 } } }, result_error: [] },
    });
  });

  test('is as it was where nobody looked', () => {
    const answer = { result: { item: { id: 8 } } };
    expect(blind(answer, '/rest/crm.item.get', '{"entityTypeId":2,"id":8}')).toEqual(answer);
  });
});
