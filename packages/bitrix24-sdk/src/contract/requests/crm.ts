import type { Row } from './row.ts';

const UF = { useOriginalUfNames: 'Y' };
const TIME = '2026-11-27T10:00:00+03:00';

export const CRM: Row[] = [
  [
    'items.add',
    { entityTypeId: 1046, fields: { title: 'x', ownField: 1, parentId2: 7 } },
    ['crm.item.add', { entityTypeId: 1046, fields: { title: 'x', ownField: 1, parentId2: 7 }, ...UF }],
    { item: { id: 9, ownField: 1 } },
    { id: 9, ownField: 1 },
  ],
  [
    'items.update',
    { entityTypeId: 1046, id: 9, fields: { title: 'y' } },
    ['crm.item.update', { entityTypeId: 1046, id: 9, fields: { title: 'y' }, ...UF }],
    { item: { id: 9 } },
    { id: 9 },
  ],
  [
    'items.get',
    { entityTypeId: 1046, id: 9 },
    ['crm.item.get', { entityTypeId: 1046, id: 9, ...UF }],
    { item: { id: 9 } },
    { id: 9 },
  ],
  [
    'items.delete',
    { entityTypeId: 1046, id: 9 },
    ['crm.item.delete', { entityTypeId: 1046, id: 9 }],
    [],
    undefined,
  ],
  [
    'items.fields',
    { entityTypeId: 1046 },
    ['crm.item.fields', { entityTypeId: 1046, ...UF }],
    { fields: [] },
    {},
  ],
  [
    'items.batchImport',
    { entityTypeId: 1046, items: [{ title: 'a' }] },
    ['crm.item.batchImport', { entityTypeId: 1046, data: [{ title: 'a' }], ...UF }],
    { items: [{ item: { id: 7 } }] },
    [{ status: 'ok', id: 7 }],
  ],
  [
    'items.list',
    { entityTypeId: 1046, order: { id: 'DESC' } },
    ['crm.item.list', { entityTypeId: 1046, order: { id: 'DESC' }, ...UF }],
    { items: [] },
    { rows: [] },
  ],
  [
    'duplicates.findByPhone',
    { phone: '8 (900) 000-00-01', entityType: 'CONTACT' },
    [
      'crm.duplicate.findbycomm',
      {
        type: 'PHONE',
        values: ['+79000000001', '79000000001', '89000000001', '9000000001'],
        entity_type: 'CONTACT',
      },
    ],
    { CONTACT: ['275'] },
    { CONTACT: [275] },
  ],
  [
    'duplicates.findByComm',
    { type: 'EMAIL', values: ['a@example.test'] },
    ['crm.duplicate.findbycomm', { type: 'EMAIL', values: ['a@example.test'] }],
    [],
    {},
  ],
  [
    'duplicates.merge',
    { entityTypeId: 3, ids: [1, 2] },
    ['crm.entity.mergeBatch', { params: { entityTypeId: 3, entityIds: [1, 2] } }],
    { STATUS: 'CONFLICT', ENTITY_IDS: [] },
    { status: 'CONFLICT', deletedIds: [] },
  ],
  [
    'categories.list',
    { entityTypeId: 2 },
    ['crm.category.list', { entityTypeId: 2, start: 0 }],
    { categories: [{ id: 0, name: 'Общая', isDefault: 'Y' }] },
    [{ id: 0, name: 'Общая', isDefault: true }],
  ],
  [
    'statuses.list',
    { entityId: 'DEAL_STAGE_9' },
    ['crm.status.list', { filter: { ENTITY_ID: 'DEAL_STAGE_9' }, order: { SORT: 'ASC' }, start: 0 }],
    [{ ID: '1', ENTITY_ID: 'DEAL_STAGE_9', STATUS_ID: 'C9:NEW', SORT: '10' }],
    [{ ID: 1, ENTITY_ID: 'DEAL_STAGE_9', STATUS_ID: 'C9:NEW', SORT: 10 }],
  ],
  [
    'timeline.addComment',
    { entityType: 'deal', entityId: 7, comment: 'x', files: [{ name: 'a.txt', base64: 'eA==' }] },
    [
      'crm.timeline.comment.add',
      { fields: { ENTITY_TYPE: 'deal', ENTITY_ID: 7, COMMENT: 'x', FILES: [['a.txt', 'eA==']] } },
    ],
    '999',
    999,
  ],
  [
    'timeline.comments',
    { entityType: 'contact', entityId: 43 },
    ['crm.timeline.comment.list', { filter: { ENTITY_TYPE: 'contact', ENTITY_ID: 43 } }],
    [{ ID: '1', COMMENT: 'x' }],
    { rows: [{ ID: 1, COMMENT: 'x' }] },
  ],
  [
    'timeline.getComment',
    { id: 1 },
    ['crm.timeline.comment.get', { id: 1 }],
    { ID: '1', COMMENT: 'x' },
    { ID: 1, COMMENT: 'x' },
  ],
  [
    'timeline.addLogMessage',
    { entityTypeId: 2, entityId: 7, title: 't', text: 'x' },
    [
      'crm.timeline.logmessage.add',
      { fields: { entityTypeId: 2, entityId: 7, title: 't', text: 'x', iconCode: 'info' } },
    ],
    { logMessage: { id: 5, title: 't' } },
    { id: 5, title: 't' },
  ],
  [
    'activities.addTodo',
    { ownerTypeId: 2, ownerId: 7, deadline: TIME, title: 't', pingOffsets: [0, 15] },
    [
      'crm.activity.todo.add',
      { ownerTypeId: 2, ownerId: 7, deadline: TIME, title: 't', pingOffsets: [0, 15] },
    ],
    { id: 8 },
    8,
  ],
  [
    'userFields.list',
    { entity: 'lead' },
    ['crm.lead.userfield.list', { order: { ID: 'ASC' }, filter: { LANG: 'ru' }, start: 0 }],
    [{ ID: '1', FIELD_NAME: 'UF_CRM_X', USER_TYPE_ID: 'string', SETTINGS: [] }],
    [{ ID: 1, FIELD_NAME: 'UF_CRM_X', USER_TYPE_ID: 'string', SETTINGS: {} }],
  ],
  [
    'userFields.get',
    { entity: 'deal', id: 1 },
    ['crm.deal.userfield.get', { id: 1 }],
    { ID: '1', FIELD_NAME: 'UF_CRM_X', USER_TYPE_ID: 'string' },
    { ID: 1, FIELD_NAME: 'UF_CRM_X', USER_TYPE_ID: 'string' },
  ],
  [
    'userFields.add',
    {
      entity: 'contact',
      name: 'UF_CRM_KIND',
      type: 'enumeration',
      label: { ru: 'Вид' },
      choices: [{ value: 'Дом', xmlId: 'house' }],
    },
    [
      'crm.contact.userfield.add',
      {
        fields: {
          FIELD_NAME: 'UF_CRM_KIND',
          USER_TYPE_ID: 'enumeration',
          EDIT_FORM_LABEL: { ru: 'Вид' },
          LIST_COLUMN_LABEL: { ru: 'Вид' },
          LIST_FILTER_LABEL: { ru: 'Вид' },
          MULTIPLE: 'N',
          MANDATORY: 'N',
          SHOW_FILTER: 'N',
          LIST: [{ VALUE: 'Дом', XML_ID: 'house' }],
        },
      },
    ],
    399,
    399,
  ],
];
