import type { Row } from './row.ts';

const UF = { useOriginalUfNames: 'Y' };
const contact = { id: 43, name: 'Иван', UF_CRM_FLAT: '47' };

export const ITEMS: Row[] = (['contacts', 'deals', 'leads'] as const).flatMap((resource): Row[] => {
  const entityTypeId = { contacts: 3, deals: 2, leads: 1 }[resource];
  const classic = { contacts: 'contact', deals: 'deal', leads: 'lead' }[resource];
  const id = { entityTypeId, id: 43, ...UF };
  const add = { fields: { originatorId: 'domovoy', originId: '7', opened: true, UF_CRM_FLAT: '47' } };
  const fields = { ...add.fields, opened: 'Y' };
  return [
    [`${resource}.add`, add, ['crm.item.add', { entityTypeId, fields, ...UF }], { item: contact }, contact],
    [
      `${resource}.update`,
      { id: 43, fields: { UF_CRM_FLAT: '', UF_CRM_YES: false } },
      ['crm.item.update', { ...id, fields: { UF_CRM_FLAT: '', UF_CRM_YES: 'N' } }],
      { item: contact },
      contact,
    ],
    [`${resource}.get`, { id: '43' }, ['crm.item.get', id], { item: contact }, contact],
    [`${resource}.delete`, { id: 43 }, ['crm.item.delete', { entityTypeId, id: 43 }], [], undefined],
    [
      `${resource}.fields`,
      {},
      ['crm.item.fields', { entityTypeId, ...UF }],
      { fields: { UF_CRM_FLAT: { type: 'string', isRequired: 'N' } } },
      { UF_CRM_FLAT: { type: 'string', isRequired: false } },
    ],
    [
      `${resource}.batchImport`,
      { items: [{ title: 'a' }, { title: 'b' }] },
      ['crm.item.batchImport', { entityTypeId, data: [{ title: 'a' }, { title: 'b' }], ...UF }],
      { items: [{ item: { id: 7 } }, { error: 'X', error_description: 'no' }] },
      [
        { status: 'ok', id: 7 },
        { status: 'error', apiCode: 'X', reason: 'no' },
      ],
    ],
    [
      `${resource}.list`,
      { select: ['id', 'originId'], filter: { '=originatorId': 'domovoy', '@originId': ['1', '2'] } },
      [
        'crm.item.list',
        {
          entityTypeId,
          select: ['id', 'originId'],
          filter: { '=originatorId': 'domovoy', '@originId': ['1', '2'] },
          ...UF,
        },
      ],
      { items: [contact] },
      { rows: [contact] },
    ],
    [
      `${resource}.updateClassic`,
      { id: 43, fields: { UF_CRM_TAGS: [] } },
      [
        `crm.${classic}.update`,
        { id: 43, fields: { UF_CRM_TAGS: [] }, params: { REGISTER_SONET_EVENT: 'N' } },
      ],
      true,
      undefined,
    ],
  ];
});
