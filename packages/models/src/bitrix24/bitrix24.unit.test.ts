import {
  Bitrix24Application,
  Bitrix24Category,
  Bitrix24ClassicMultiField,
  Bitrix24ConnectorStatus,
  Bitrix24Contact,
  Bitrix24Deal,
  Bitrix24Duplicates,
  Bitrix24EventBinding,
  Bitrix24Fields,
  Bitrix24LogMessage,
  Bitrix24MessageResults,
  Bitrix24OpenLine,
  Bitrix24Product,
  Bitrix24ProductRow,
  Bitrix24Profile,
  Bitrix24Status,
  Bitrix24UserField,
} from '@domovoy/models';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';

// Shapes: facts/bitrix24.md §2, §7–§9. Names, phones and ids are invented.

const accepted: [name: string, schema: z.ZodType, wire: unknown, read: unknown][] = [
  [
    'a contact of crm.item.get',
    Bitrix24Contact,
    {
      id: 43,
      name: 'Иван',
      lastName: '',
      assignedById: 1,
      companyId: 0,
      companyIds: [],
      leadId: null,
      opened: 'Y',
      originId: 'abonent-1',
      UF_CRM_FLAT: '47',
      fm: [{ id: 15, typeId: 'PHONE', valueType: 'MOBILE', value: '+79000000001' }],
    },
    {
      id: 43,
      name: 'Иван',
      lastName: null,
      companyId: null,
      companyIds: [],
      leadId: null,
      opened: true,
      UF_CRM_FLAT: '47',
      fm: [{ id: 15, value: '+79000000001' }],
    },
  ],
  [
    'a contact with text for ids',
    Bitrix24Contact,
    { id: '43', assignedById: '0' },
    { id: 43, assignedById: null },
  ],
  ['a contact without multi-fields', Bitrix24Contact, { id: 1, fm: null }, { fm: [] }],
  [
    'a deal',
    Bitrix24Deal,
    { id: 7, categoryId: 0, stageId: 'NEW', opportunity: 1000.5, isManualOpportunity: 'N', contactIds: [43] },
    { categoryId: 0, stageId: 'NEW', opportunity: '1000.5', isManualOpportunity: false, contactIds: [43] },
  ],
  [
    'a multi-field of the classic methods',
    Bitrix24ClassicMultiField,
    { ID: '15', TYPE_ID: 'PHONE', VALUE_TYPE: 'WORK', VALUE: '+79000000001' },
    { id: 15, typeId: 'PHONE', valueType: 'WORK', value: '+79000000001' },
  ],
  [
    'fields',
    Bitrix24Fields,
    {
      UF_CRM_KIND: {
        type: 'enumeration',
        isRequired: false,
        isMultiple: 'N',
        items: [{ ID: '5', VALUE: 'Дом' }],
      },
    },
    { UF_CRM_KIND: { isRequired: false, isMultiple: false, items: [{ ID: '5' }] } },
  ],
  ['no fields', Bitrix24Fields, [], {}],
  [
    'a user field with empty settings',
    Bitrix24UserField,
    {
      ID: '399',
      FIELD_NAME: 'UF_CRM_FLAT',
      USER_TYPE_ID: 'string',
      MULTIPLE: 'N',
      SORT: '100',
      SETTINGS: [],
      LIST: '',
    },
    { ID: 399, MULTIPLE: false, SORT: 100, SETTINGS: {}, LIST: [] },
  ],
  [
    'the general pipeline',
    Bitrix24Category,
    { id: 0, name: 'Общая', isDefault: 'Y' },
    { id: 0, isDefault: true },
  ],
  [
    'a stage',
    Bitrix24Status,
    { ID: '101', ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'NEW', SORT: '10', SEMANTICS: null, EXTRA: [] },
    { ID: 101, SORT: 10, SEMANTICS: null, EXTRA: {} },
  ],
  ['duplicates', Bitrix24Duplicates, { CONTACT: [275, '276'] }, { CONTACT: [275, 276] }],
  ['no duplicates', Bitrix24Duplicates, [], {}],
  [
    'a log message',
    Bitrix24LogMessage,
    { id: 3, created: '2024-07-23T08:08:50+03:00', authorId: 1 },
    { id: 3 },
  ],
  [
    'a product row',
    Bitrix24ProductRow,
    { id: 1, productId: 0, price: 99.5, quantity: 1, taxIncluded: 'N' },
    { productId: null, price: '99.5', taxIncluded: false },
  ],
  [
    'a product',
    Bitrix24Product,
    { id: 8, name: 'Домофон', purchasingPrice: '1000.000000', property258: { value: 'x', valueId: 1 } },
    { purchasingPrice: '1000.000000', property258: { value: 'x' } },
  ],
  ['the profile of an inactive user', Bitrix24Profile, [], {}],
  [
    'an application',
    Bitrix24Application,
    { ID: 5, STATUS: 'L', INSTALLED: true, PAYMENT_EXPIRED: 'N', DAYS: null, LICENSE_FAMILY: 'ent' },
    { INSTALLED: true, PAYMENT_EXPIRED: false, LICENSE_FAMILY: 'ent' },
  ],
  [
    'a binding',
    Bitrix24EventBinding,
    { event: 'ONCRMDEALADD', handler: '', auth_type: '0', offline: 1 },
    { handler: null, auth_type: 0, offline: true },
  ],
  [
    'the status of a connector',
    Bitrix24ConnectorStatus,
    { LINE: 107, CONNECTOR: 'rosdomofon', ERROR: false, CONFIGURED: true, STATUS: true },
    { LINE: 107, STATUS: true },
  ],
  [
    'messages, one of them refused',
    Bitrix24MessageResults,
    {
      SUCCESS: true,
      DATA: {
        RESULT: [
          {
            user: '585',
            message: { id: 'msg-1', date: {}, files: [] },
            chat: { id: 'abonent-42' },
            SUCCESS: true,
            session: { ID: '323', CHAT_ID: 1767 },
          },
          { user: [], SUCCESS: false, ERRORS: ['Name is invalid'] },
          { SUCCESS: false, ERRORS: [{ code: 'X', message: 'Phone is invalid' }] },
          { SUCCESS: false, ERRORS: 'Everything is invalid' },
        ],
      },
    },
    {
      DATA: {
        RESULT: [
          { SUCCESS: true, session: { ID: '323', CHAT_ID: '1767' } },
          { ERRORS: ['Name is invalid'] },
          { ERRORS: ['Phone is invalid'] },
          { ERRORS: ['Everything is invalid'] },
        ],
      },
    },
  ],
  ['a delivery status', Bitrix24MessageResults, { SUCCESS: true, DATA: [] }, { SUCCESS: true, DATA: {} }],
  ['an open line', Bitrix24OpenLine, { ID: '1', LINE_NAME: 'Линия', ACTIVE: 'Y' }, { ID: 1, ACTIVE: true }],
];

test.each(accepted)('%s is read', (_, schema, wire, read) => {
  expect(schema.parse(wire)).toMatchObject(read as object);
});

test('what was not asked for is absent, what is empty is null', () => {
  const contact = Bitrix24Contact.parse({ id: 1, name: '' });
  expect(contact).toEqual({ id: 1, name: null });
  expect('companyId' in contact).toBe(false);
});

describe('refused is', () => {
  test.each([
    ['an object without an id', Bitrix24Contact, { name: 'x' }],
    ['an id that is none', Bitrix24Contact, { id: '4x' }],
    ['a negative id', Bitrix24Contact, { id: -1 }],
    ['an id beyond what numbers hold', Bitrix24Contact, { id: '90071992547409939' }],
    ['a page of HTML for a list', Bitrix24Duplicates, '<html>'],
    ['a list that is not empty for a map', Bitrix24Fields, [1]],
  ] as [string, z.ZodType, unknown][])('%s', (_, schema, wire) => {
    expect(schema.safeParse(wire).success).toBe(false);
  });
});
