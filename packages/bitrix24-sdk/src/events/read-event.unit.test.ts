import { Bitrix24OfflineEvent } from '@domovoy/models';
import { describe, expect, test } from 'vitest';
import { readEvent, readOfflineEvent } from './read-event.ts';

// Bodies: facts/bitrix24.md §8–§10. Every value is text on the wire; ids and tokens are invented.

const AUTH =
  'auth[domain]=p.bitrix24.ru&auth[client_endpoint]=https%3A%2F%2Fp.bitrix24.ru%2Frest%2F' +
  '&auth[server_endpoint]=https%3A%2F%2Foauth.bitrix24.tech%2Frest%2F&auth[member_id]=m&auth[application_token]=t';
const body = (event: string, data: string) =>
  `event=${event}&event_handler_id=975&${data}&ts=1724140800&${AUTH}`;

const read: [name: string, event: string, data: string, expected: object][] = [
  [
    'a deal',
    'ONCRMDEALUPDATE',
    'data[FIELDS][ID]=662',
    { kind: 'item', entityTypeId: 2, action: 'updated', id: 662 },
  ],
  [
    'a contact',
    'ONCRMCONTACTADD',
    'data[FIELDS][ID]=5',
    { kind: 'item', entityTypeId: 3, action: 'added', id: 5 },
  ],
  [
    'a lead',
    'ONCRMLEADDELETE',
    'data[FIELDS][ID]=5',
    { kind: 'item', entityTypeId: 1, action: 'deleted', id: 5 },
  ],
  [
    'an item of a smart process',
    'ONCRMDYNAMICITEMUPDATE',
    'data[FIELDS][ID]=7&data[FIELDS][ENTITY_TYPE_ID]=1046',
    { kind: 'item', entityTypeId: 1046, action: 'updated', id: 7 },
  ],
  [
    'the same by the name of the event',
    'ONCRMDYNAMICITEMADD_1046',
    'data[FIELDS][ID]=7',
    { kind: 'item', entityTypeId: 1046, action: 'added', id: 7 },
  ],
  [
    'another pipeline',
    'ONCRMDEALMOVETOCATEGORY',
    'data[FIELDS][ID]=662&data[FIELDS][CATEGORY_ID]=9&data[FIELDS][STAGE_ID]=C9:NEW',
    { kind: 'item', entityTypeId: 2, action: 'movedToCategory', id: 662 },
  ],
  ['a comment', 'ONCRMTIMELINECOMMENTADD', 'data[FIELDS][ID]=9', { kind: 'comment', action: 'added', id: 9 }],
  [
    'an activity',
    'ONCRMACTIVITYDELETE',
    'data[FIELDS][ID]=9',
    { kind: 'activity', action: 'deleted', id: 9 },
  ],
  ['a user field', 'ONCRMDEALUSERFIELDADD', 'data[FIELDS][ID]=3', { kind: 'userField', entity: 'deal' }],
  [
    'the values of a user field',
    'ONCRMCONTACTUSERFIELDSETENUMVALUES',
    'data[FIELDS][ID]=3',
    { kind: 'userField', entity: 'contact' },
  ],
  [
    'a message of an operator',
    'ONIMCONNECTORMESSAGEADD',
    'data[CONNECTOR]=rosdomofon&data[LINE]=107&data[MESSAGES][0][im][chat_id]=1767&data[MESSAGES][0][im][message_id]=86497' +
      '&data[MESSAGES][0][message][user_id]=27&data[MESSAGES][0][message][text]=%5Bb%5D%D0%90%3A%5B%2Fb%5D%20%5Bbr%5Dx+y' +
      '&data[MESSAGES][0][chat][id]=abonent-42',
    {
      kind: 'messages',
      action: 'added',
      connector: 'rosdomofon',
      line: 107,
      messages: [
        {
          im: { chat_id: 1767, message_id: 86497 },
          message: { text: '[b]А:[/b] [br]x y', user_id: 27 },
          chat: { id: 'abonent-42' },
        },
      ],
    },
  ],
  [
    'a deleted message',
    'ONIMCONNECTORMESSAGEDELETE',
    'data[CONNECTOR]=x&data[LINE]=7&data[MESSAGES][0][im][chat_id]=1&data[MESSAGES][0][im][message_id]=2' +
      '&data[MESSAGES][0][message][id]=own-1&data[MESSAGES][0][chat][id]=c',
    { kind: 'messages', action: 'deleted', messages: [{ message: { id: ['own-1'] } }] },
  ],
  [
    'the end of a dialog',
    'ONIMCONNECTORDIALOGFINISH',
    'data[CONNECTOR]=x&data[LINE]=107&data[DATA][0][connector][connector_id]=x&data[DATA][0][session][id]=3',
    { kind: 'dialogs', action: 'finished', dialogs: [{ session: { id: '3' } }] },
  ],
  [
    'a connector taken off, in small letters',
    'ONIMCONNECTORSTATUSDELETE',
    'data[connector]=x&data[line]=107',
    { kind: 'connectorRemoved', connector: 'x', line: 107 },
  ],
  ['a line deleted, a bare value', 'ONIMCONNECTORLINEDELETE', 'data=107', { kind: 'lineRemoved', line: 107 }],
  ['the installation', 'ONAPPINSTALL', 'data[VERSION]=1', { kind: 'application', action: 'installed' }],
  ['the end of it', 'ONAPPUNINSTALL', 'data[CLEAN]=1', { kind: 'application', action: 'uninstalled' }],
  ['the test', 'ONAPPTEST', 'data[QUERY][x]=1', { kind: 'test', data: { QUERY: { x: '1' } } }],
  ['the offline queue', 'ONOFFLINEEVENT', 'data=[]', { kind: 'offlineQueue' }],
  ['the offline queue without data', 'ONOFFLINEEVENT', '', { kind: 'offlineQueue' }],
  ['something new', 'ONSOMETHINGNEW', 'data[x]=1', { kind: 'other', name: 'ONSOMETHINGNEW' }],
  ['a company, which nobody asked for', 'ONCRMQUANTUMADD', 'data[FIELDS][ID]=1', { kind: 'other' }],
];

test.each(read)('%s', (_, event, data, expected) => {
  const found = readEvent(body(event, data));
  expect(found).toMatchObject({
    name: event,
    handlerId: '975',
    sentAtS: 1_724_140_800,
    auth: { application_token: 't', member_id: 'm', domain: 'p.bitrix24.ru' },
    ...expected,
  });
});

test('names are the same in every case, and a dialog calls its handler otherwise', () => {
  expect(readEvent('event=onAppTest&eventId=3')).toMatchObject({
    name: 'ONAPPTEST',
    handlerId: '3',
    auth: null,
  });
});

test('a form that a server has parsed is as good', () => {
  expect(readEvent({ event: 'ONCRMDEALADD', data: { FIELDS: { ID: '1' } } })).toMatchObject({
    kind: 'item',
    id: 1,
  });
});

test('a row of the offline queue is the same event, without tokens', () => {
  const row = Bitrix24OfflineEvent.parse({
    ID: '1',
    EVENT_NAME: 'ONCRMCONTACTUPDATE',
    EVENT_DATA: { FIELDS: { ID: 43 } },
    MESSAGE_ID: '1',
  });
  expect(readOfflineEvent(row)).toMatchObject({ kind: 'item', entityTypeId: 3, id: 43, auth: null });
});

describe('no event is', () => {
  test.each([
    ['nothing', ''],
    ['a form without an event', 'data[FIELDS][ID]=1'],
    ['JSON', '{"event":"ONCRMDEALADD"}'],
    ['an event of the CRM without an id', body('ONCRMDEALADD', 'data[FIELDS][x]=1')],
    ['an item of nobody knows which smart process', body('ONCRMDYNAMICITEMADD', 'data[FIELDS][ID]=1')],
    ['a line without an id', body('ONIMCONNECTORLINEDELETE', 'data=')],
  ])('%s', (_, text) => {
    expect(() => readEvent(text)).toThrow(expect.objectContaining({ code: 'BITRIX24_EVENT_INVALID' }));
  });

  test('and the error repeats no value', () => {
    const error = (() => {
      try {
        return readEvent(body('ONCRMDEALADD', 'data[FIELDS][ID]=79000000001x'));
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(JSON.stringify([error, String(error)])).not.toContain('79000000001');
  });
});
