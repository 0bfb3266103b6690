import { COMPANY, CONTACT, DEAL, LEAD } from '../entity-types.ts';
import { type Field, field } from './field.ts';

const READ_ONLY = { isReadOnly: true };

/** Every item has them (facts §7.1). */
const COMMON: readonly Field[] = [
  field('id', 'integer', 'ID', READ_ONLY),
  field('createdTime', 'datetime', 'Дата создания', { isReadOnly: true, upper: 'DATE_CREATE' }),
  field('updatedTime', 'datetime', 'Дата изменения', { isReadOnly: true, upper: 'DATE_MODIFY' }),
  field('createdBy', 'user', 'Кем создан', { isReadOnly: true, upper: 'CREATED_BY_ID' }),
  field('updatedBy', 'user', 'Кем изменён', { isReadOnly: true, upper: 'MODIFY_BY_ID' }),
  field('assignedById', 'user', 'Ответственный'),
  field('opened', 'boolean', 'Доступен для всех'),
  field('sourceId', 'crm_status', 'Источник'),
  field('sourceDescription', 'text', 'Дополнительно об источнике'),
  field('originatorId', 'string', 'Внешний источник'),
  field('originId', 'string', 'Идентификатор во внешнем источнике'),
  field('originVersion', 'string', 'Версия оригинала'),
  field('observers', 'user', 'Наблюдатели', { isMultiple: true }),
  field('webformId', 'integer', 'Создано CRM-формой'),
  field('utmSource', 'string', 'Рекламная система'),
  field('utmMedium', 'string', 'Тип трафика'),
  field('utmCampaign', 'string', 'Обозначение рекламной кампании'),
  field('utmContent', 'string', 'Содержание кампании'),
  field('utmTerm', 'string', 'Условие поиска кампании'),
  field('lastActivityTime', 'datetime', 'Последняя активность', READ_ONLY),
  field('lastActivityBy', 'user', 'Кто был активен', READ_ONLY),
];

const MULTIFIELDS: readonly Field[] = [
  field('fm', 'crm_multifield', 'Телефоны и адреса', { isMultiple: true }),
  field('hasPhone', 'boolean', 'Задан телефон', READ_ONLY),
  field('hasEmail', 'boolean', 'Задан e-mail', READ_ONLY),
];

const PERSON: readonly Field[] = [
  field('honorific', 'crm_status', 'Обращение'),
  field('name', 'string', 'Имя'),
  field('secondName', 'string', 'Отчество'),
  field('lastName', 'string', 'Фамилия'),
  field('birthdate', 'date', 'Дата рождения'),
  field('post', 'string', 'Должность'),
];

const MONEY: readonly Field[] = [
  field('currencyId', 'crm_currency', 'Валюта'),
  field('opportunity', 'double', 'Сумма'),
  field('isManualOpportunity', 'boolean', 'Сумма введена вручную'),
  field('taxValue', 'double', 'Налог'),
];

const CLIENT: readonly Field[] = [
  field('companyId', 'crm_company', 'Компания'),
  field('contactId', 'crm_contact', 'Контакт'),
  field('contactIds', 'crm_contact', 'Контакты', { isMultiple: true }),
];

const DEADLINES: readonly Field[] = [
  field('begindate', 'date', 'Дата начала'),
  field('closedate', 'date', 'Предполагаемая дата закрытия'),
];

const BY_TYPE: Readonly<Record<number, readonly Field[]>> = {
  [CONTACT]: [
    ...PERSON,
    field('photo', 'file', 'Фотография'),
    field('typeId', 'crm_status', 'Тип контакта'),
    field('companyId', 'crm_company', 'Компания'),
    field('companyIds', 'crm_company', 'Компании', { isMultiple: true }),
    field('leadId', 'crm_lead', 'Лид'),
    field('export', 'boolean', 'Участвует в экспорте'),
    field('address', 'string', 'Адрес'),
    field('comments', 'text', 'Комментарий'),
    ...MULTIFIELDS,
  ],
  [COMPANY]: [
    field('title', 'string', 'Название компании'),
    field('typeId', 'crm_status', 'Тип компании', { upper: 'COMPANY_TYPE' }),
    field('industry', 'crm_status', 'Сфера деятельности'),
    field('revenue', 'double', 'Годовой оборот'),
    field('currencyId', 'crm_currency', 'Валюта'),
    field('employees', 'crm_status', 'Кол-во сотрудников'),
    field('contactIds', 'crm_contact', 'Контакты', { isMultiple: true }),
    field('leadId', 'crm_lead', 'Лид'),
    field('comments', 'text', 'Комментарий'),
    ...MULTIFIELDS,
  ],
  [LEAD]: [
    field('title', 'string', 'Название лида'),
    ...PERSON,
    field('companyTitle', 'string', 'Название компании'),
    field('stageId', 'crm_status', 'Стадия', { upper: 'STATUS_ID' }),
    field('statusDescription', 'text', 'Дополнительно о стадии'),
    field('stageSemanticId', 'string', 'Состояние статуса', {
      isReadOnly: true,
      upper: 'STATUS_SEMANTIC_ID',
    }),
    field('comments', 'text', 'Комментарий'),
    ...MONEY,
    ...CLIENT,
    ...MULTIFIELDS,
  ],
  [DEAL]: [
    field('title', 'string', 'Название'),
    field('typeId', 'crm_status', 'Тип'),
    field('categoryId', 'crm_category', 'Воронка'),
    field('stageId', 'crm_status', 'Стадия сделки'),
    field('stageSemanticId', 'string', 'Группа стадии', READ_ONLY),
    field('closed', 'boolean', 'Закрыта', READ_ONLY),
    field('probability', 'integer', 'Вероятность'),
    field('additionalInfo', 'text', 'Дополнительная информация'),
    field('leadId', 'crm_lead', 'Лид'),
    field('comments', 'text', 'Комментарий'),
    ...DEADLINES,
    ...MONEY,
    ...CLIENT,
  ],
};

const SMART_PROCESS: readonly Field[] = [
  field('xmlId', 'string', 'Внешний код'),
  field('title', 'string', 'Название'),
  field('categoryId', 'crm_category', 'Воронка'),
  field('stageId', 'crm_status', 'Стадия'),
  field('previousStageId', 'crm_status', 'Предыдущая стадия', READ_ONLY),
  field('parentId2', 'crm_entity', 'Сделка'),
  field('parentId3', 'crm_entity', 'Контакт'),
  ...DEADLINES,
  ...MONEY,
  ...CLIENT,
];

const known = new Map<number, readonly Field[]>();

export function builtInFieldsOf(entityTypeId: number): readonly Field[] {
  const fields = known.get(entityTypeId) ?? [...COMMON, ...(BY_TYPE[entityTypeId] ?? SMART_PROCESS)];
  known.set(entityTypeId, fields);
  return fields;
}
