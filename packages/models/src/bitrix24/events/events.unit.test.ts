import {
  Bitrix24ConnectorDialogs,
  Bitrix24ConnectorMessages,
  Bitrix24ConnectorRemoved,
  Bitrix24CrmEventData,
  Bitrix24EventEnvelope,
  Bitrix24LineRemoved,
  Bitrix24OfflineEvents,
} from '@domovoy/models';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';

// Shapes: facts/bitrix24.md §8 and §9. Ids and tokens are invented.

const accepted: [name: string, schema: z.ZodType, wire: unknown, read: unknown][] = [
  [
    'an event of the CRM',
    Bitrix24CrmEventData,
    { FIELDS: { ID: '662', ENTITY_TYPE_ID: '1046' } },
    { FIELDS: { ID: 662, ENTITY_TYPE_ID: 1046 } },
  ],
  [
    'an envelope',
    Bitrix24EventEnvelope,
    { event: 'onCrmDealUpdate', event_handler_id: '975', ts: '1724140800', auth: { application_token: 't' } },
    { name: 'ONCRMDEALUPDATE', handlerId: '975', sentAtS: 1724140800, auth: { application_token: 't' } },
  ],
  [
    'an envelope without auth',
    Bitrix24EventEnvelope,
    { event: 'X', eventId: '7' },
    { handlerId: '7', auth: null },
  ],
  ['an envelope with an empty auth', Bitrix24EventEnvelope, { event: 'X', auth: '' }, { auth: null }],
  ["an envelope with PHP's empty auth", Bitrix24EventEnvelope, { event: 'X', auth: [] }, { auth: {} }],
  [
    "an operator's message",
    Bitrix24ConnectorMessages,
    {
      CONNECTOR: 'rosdomofon',
      LINE: '107',
      MESSAGES: {
        0: { im: { chat_id: '1767', message_id: '86497' }, message: { text: 'x' }, chat: { id: '42' } },
      },
    },
    { LINE: 107, MESSAGES: [{ im: { chat_id: 1767, message_id: 86497 }, chat: { id: '42' } }] },
  ],
  [
    'an update and a deletion, which name our ids in two ways',
    Bitrix24ConnectorMessages,
    {
      CONNECTOR: 'rosdomofon',
      LINE: 107,
      MESSAGES: [
        { im: { chat_id: 1, message_id: 2 }, message: { id: ['a', 'b'] }, chat: { id: 'c' } },
        { im: { chat_id: 1, message_id: 3 }, message: { id: 'a' }, chat: { id: 'c' } },
      ],
    },
    { MESSAGES: [{ message: { id: ['a', 'b'] } }, { message: { id: ['a'] } }] },
  ],
  [
    'a dialog',
    Bitrix24ConnectorDialogs,
    {
      LINE: '107',
      DATA: [{ connector: { connector_id: 'x', line_id: '107' }, session: { id: '1', closed: 'N' } }],
    },
    { DATA: [{ session: { id: '1' } }] },
  ],
  [
    'a connector taken off',
    Bitrix24ConnectorRemoved,
    { connector: 'x', line: '7' },
    { connector: 'x', line: 7 },
  ],
  [
    'the same in capitals',
    Bitrix24ConnectorRemoved,
    { CONNECTOR: 'x', LINE: '7' },
    { connector: 'x', line: 7 },
  ],
  [
    'the offline queue',
    Bitrix24OfflineEvents,
    {
      process_id: 'p',
      events: [{ ID: '1', EVENT_NAME: 'OnCrmContactAdd', EVENT_DATA: { FIELDS: { ID: 5 } }, MESSAGE_ID: 1 }],
    },
    { process_id: 'p', events: [{ ID: 1, EVENT_NAME: 'ONCRMCONTACTADD', MESSAGE_ID: '1' }] },
  ],
  [
    'a row of it without anything',
    Bitrix24OfflineEvents,
    {
      process_id: null,
      events: [{ ID: 1, EVENT_NAME: 'X', EVENT_DATA: false, EVENT_ADDITIONAL: [], MESSAGE_ID: 'm' }],
    },
    { process_id: null, events: [{ EVENT_DATA: {}, EVENT_ADDITIONAL: {} }] },
  ],
  ['an empty queue', Bitrix24OfflineEvents, { process_id: null, events: [] }, { events: [] }],
];

test.each(accepted)('%s is read', (_, schema, wire, read) => {
  expect(schema.parse(wire)).toMatchObject(read as object);
});

test('the id of a deleted line comes as bare text', () => {
  expect(Bitrix24LineRemoved.parse('107')).toBe(107);
});

describe('refused is', () => {
  test.each([
    ['an event without a name', Bitrix24EventEnvelope, { data: {} }],
    [
      'a message without a chat',
      Bitrix24ConnectorMessages,
      { CONNECTOR: 'x', LINE: 1, MESSAGES: [{ im: {} }] },
    ],
  ] as [string, z.ZodType, unknown][])('%s', (_, schema, wire) => {
    expect(schema.safeParse(wire).success).toBe(false);
  });
});
