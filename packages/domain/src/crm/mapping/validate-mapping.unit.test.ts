import { describe, expect, test } from 'vitest';
import type { CrmCatalogue } from './catalogue.ts';
import { CrmMapping, DEFAULT_MAPPING } from './crm-mapping.ts';
import { validateMapping } from './validate-mapping.ts';

const field = (name: string, type: string, more: object = {}) => ({
  name,
  title: name,
  type,
  isRequired: false,
  isReadOnly: false,
  ...more,
});
const STAGES = ['NEW', 'PREPARATION', 'EXECUTING', 'WON', 'LOSE'];
const catalogue: CrmCatalogue = {
  types: [{ entityTypeId: 2, name: 'Сделка' }],
  fields: {
    2: [field('title', 'string'), field('UF_CRM_FLAT', 'string'), field('UF_CRM_SUM', 'money')],
    3: [
      field('name', 'string', { isRequired: true }),
      field('UF_CRM_LOCKED', 'string', { isReadOnly: true }),
    ],
  },
  categories: [{ entityTypeId: 2, id: 0, name: 'Общая' }],
  stages: STAGES.map((id) => ({ entityTypeId: 2, categoryId: 0, id, name: id, semantics: null })),
  sources: [{ id: 'WEB', name: 'Сайт' }],
  contactTypes: [{ id: 'CLIENT', name: 'Клиент' }],
  hasProducts: false,
};
const codes = (given: object, portal: CrmCatalogue | null = catalogue) =>
  validateMapping(CrmMapping.parse(given), portal).map(
    ({ code, path, severity }) => `${severity} ${code} ${path}`,
  );
const value = '{{flat}}';

describe('a mapping', () => {
  test('that nobody has touched fits a portal as it comes', () => {
    expect(validateMapping(DEFAULT_MAPPING, catalogue)).toEqual([]);
  });

  test('of a portal that was never read is only warned about', () => {
    expect(codes({}, null)).toEqual(['warning PORTAL_UNREAD ']);
  });

  test.each([
    ['a field that is there', { deal: { fields: [{ field: 'UF_CRM_FLAT', value }] } }, []],
    [
      'a field that will be made',
      { deal: { fields: [{ field: 'UF_CRM_NEW', value, label: { ru: 'Кв.', en: 'Flat' } }] } },
      ['warning FIELD_UNKNOWN deal.fields.0'],
    ],
    [
      'a field that nobody can make',
      { deal: { fields: [{ field: 'UF_CRM_NEW', value }] } },
      ['error FIELD_UNKNOWN deal.fields.0'],
    ],
    [
      'a field of another type',
      { deal: { fields: [{ field: 'UF_CRM_SUM', value, type: 'boolean' }] } },
      ['error FIELD_TYPE deal.fields.0'],
    ],
    [
      'a field that cannot be written',
      { contact: { fields: [{ field: 'UF_CRM_LOCKED', value }] } },
      ['error FIELD_READ_ONLY contact.fields.0'],
    ],
    [
      'a field twice',
      {
        deal: {
          fields: [
            { field: 'UF_CRM_FLAT', value },
            { field: 'UF_CRM_FLAT', value },
          ],
        },
      },
      ['error FIELD_TWICE deal.fields.1'],
    ],
    [
      'a pipeline that is not there',
      { deal: { categoryId: 9, stages: nothing(), onStage: [] } },
      ['error CATEGORY_UNKNOWN deal.categoryId'],
    ],
    [
      'a stage that is not there',
      { deal: { stages: { ...nothing(), completed: 'DONE' } } },
      ['error STAGE_UNKNOWN deal.stages.completed'],
    ],
    [
      'a stage that approves what has just arrived there',
      { deal: { onStage: [{ stageId: 'NEW', action: 'approve' }] } },
      ['error STAGE_LOOP deal.onStage.0'],
    ],
    ['an unknown source', { deal: { sourceId: 'TV' } }, ['error SOURCE_UNKNOWN deal.sourceId']],
    ['an unknown type of contact', { contact: { typeId: 'X' } }, ['error TYPE_UNKNOWN contact.typeId']],
    ['products out of reach', { hasProducts: true }, ['error PRODUCTS_UNREACHABLE hasProducts']],
    [
      'a smart process that is not there',
      { deal: { entityTypeId: 177, stages: nothing(), onStage: [] } },
      ['error ENTITY_UNKNOWN deal.entityTypeId'],
    ],
  ])('with %s', (_, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });

  test('that leaves a field empty which the portal demands would fail every creation', () => {
    const demanding = {
      ...catalogue,
      fields: { ...catalogue.fields, 2: [field('UF_CRM_FLAT', 'string', { isRequired: true })] },
    };
    expect(codes({}, demanding)).toEqual(['error FIELD_REQUIRED deal.fields']);
    expect(codes({ deal: { fields: [{ field: 'UF_CRM_FLAT', value }] } }, demanding)).toEqual([]);
  });

  test('with a fact that does not exist is none', () => {
    const parsed = CrmMapping.safeParse({ deal: { title: 'Квартира {{appartment}}' } });
    expect(parsed.error?.issues[0]?.message).toContain('{{appartment}}');
  });
});

function nothing() {
  return { new: null, needs_review: null, provisioning: null, completed: null, rejected: null, failed: null };
}
