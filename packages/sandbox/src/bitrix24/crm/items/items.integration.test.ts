import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { put } from '../../state/change.ts';
import { type AnyJson, openTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { REQUIRED_FIELDS } from './required-fields.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
beforeEach(() => portal.context.reset());
afterAll(() => portal.close());

const add = async (entityTypeId: number, fields: object): Promise<AnyJson> =>
  (await portal.result('crm.item.add', { entityTypeId, fields, useOriginalUfNames: 'Y' })).item;
const update = (entityTypeId: number, id: number, fields: object) =>
  portal.call('crm.item.update', { entityTypeId, id, fields, useOriginalUfNames: 'Y' });
const list = async (entityTypeId: number, more: object): Promise<AnyJson[]> =>
  (await portal.result('crm.item.list', { entityTypeId, useOriginalUfNames: 'Y', ...more })).items;
const phone = (value: string) => ({ typeId: 'PHONE', valueType: 'MOBILE', value });
const phonesOf = ({ fm }: AnyJson) => fm.map(({ value }: AnyJson) => value);

describe('an item', () => {
  test('is added with what is known, numbers are numbers, and unknown fields are left out in silence', async () => {
    const item = await add(3, { name: 'Иван', assignedById: '2', opened: true, nonsense: 1, id: 999 });
    expect(item).toMatchObject({ name: 'Иван', assignedById: 2, opened: 'Y', companyId: 0, birthdate: null });
    expect(item).not.toHaveProperty('nonsense');
    expect(item.id).not.toBe(999);
    expect(item.createdTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+03:00$/);
  });

  test('that is a deal has no phones', async () => {
    const deal = await add(2, { title: 'x', fm: [phone('+79000000001')] });
    expect(deal).not.toHaveProperty('fm');
    expect(
      await portal.result('crm.duplicate.findbycomm', { type: 'PHONE', values: ['+79000000001'] }),
    ).toEqual([]);
  });

  test('that is not there, of a kind that is not there, or of the old invoices: each its own refusal', async () => {
    const errorOf = async (params: object) => (await portal.call('crm.item.get', params)).body;
    expect(await errorOf({ entityTypeId: 3, id: 5 })).toMatchObject({ error: 'NOT_FOUND' });
    expect(await errorOf({ entityTypeId: 1111, id: 5 })).toMatchObject({ error: 'NOT_FOUND' });
    expect(await errorOf({ entityTypeId: 5, id: 5 })).toMatchObject({ error: 'ENTITY_TYPE_NOT_SUPPORTED' });
    expect(await errorOf({ id: 5 })).toMatchObject({ error: '100' });
  });

  test('is deleted with []; a contact is gone from its deals then', async () => {
    const contact = await add(3, { name: 'Иван' });
    const other = await add(3, { name: 'Пётр' });
    const deal = await add(2, { title: 'x', contactIds: [contact.id, other.id] });
    expect(await portal.result('crm.item.delete', { entityTypeId: 3, id: contact.id })).toEqual([]);
    const { item } = await portal.result('crm.item.get', { entityTypeId: 2, id: deal.id });
    expect(item).toMatchObject({ contactId: other.id, contactIds: [other.id] });
  });

  test('that is not changed is not saved, and nobody is told', async () => {
    const told: string[] = [];
    portal.context.follow({
      afterwards: (happenings) => void told.push(...happenings.map(({ what }) => what)),
    });
    const { id } = await add(3, { name: 'Иван' });
    await update(3, id, { name: 'Иван' });
    expect(told).toEqual(['added']);
    await update(3, id, { name: 'Пётр' });
    expect(told).toEqual(['added', 'updated']);
  });

  test('keeps dates at the portal’s midnight, and refuses what is none', async () => {
    expect(await add(3, { name: 'x', birthdate: '24.08.1983' })).toMatchObject({
      birthdate: '1983-08-24T00:00:00+03:00',
    });
    expect(
      await portal.call('crm.item.add', { entityTypeId: 3, fields: { birthdate: 'soon' } }),
    ).toMatchObject({
      status: 400,
      body: { error: 'CRM_FIELD_ERROR_VALUE_NOT_VALID' },
    });
  });
});

describe('phones', () => {
  test('an object edits, adds and deletes by record', async () => {
    const { id, fm } = await add(3, { name: 'x', fm: [phone('+79000000001'), phone('+79000000002')] });
    const [first, second] = fm;
    const changed = await update(3, id, {
      fm: {
        n0: phone('+79000000003'),
        [first.id]: phone('+79000000009'),
        [second.id]: { typeId: 'PHONE', value: '' },
      },
    });
    const { item } = changed.body.result;
    expect(phonesOf(item)).toEqual(['+79000000009', '+79000000003']);
    expect(item.fm[0].id).toBe(first.id);
  });

  test('an array that is sent again makes every phone double', async () => {
    const { id } = await add(3, { name: 'x', fm: [phone('+79000000001')] });
    const { body } = await update(3, id, { fm: [phone('+79000000001')] });
    expect(phonesOf(body.result.item)).toEqual(['+79000000001', '+79000000001']);
  });

  test('are there with every field only, and nothing filters by them', async () => {
    await add(3, { name: 'x', fm: [phone('+79000000001')] });
    expect((await list(3, { select: ['*'] }))[0]).toHaveProperty('fm');
    expect((await list(3, { select: ['id', 'fm', 'name'] }))[0]).toEqual({
      id: expect.any(Number),
      name: 'x',
    });
    expect(
      await portal.call('crm.item.list', { entityTypeId: 3, filter: { fm: '+79000000001' } }),
    ).toMatchObject({
      status: 400,
      body: { error: 'INVALID_ARG_VALUE' },
    });
  });
});

describe('stages', () => {
  test('a deal begins at the first of its pipeline, and is closed by the last', async () => {
    const deal = await add(2, { title: 'x' });
    expect(deal).toMatchObject({ categoryId: 0, stageId: 'NEW', stageSemanticId: 'P', closed: 'N' });
    expect((await update(2, deal.id, { stageId: 'WON' })).body.result.item).toMatchObject({
      stageSemanticId: 'S',
      closed: 'Y',
    });
    expect(await update(2, deal.id, { stageId: 'C9:NEW' })).toMatchObject({
      status: 400,
      body: { error: 'CRM_FIELD_ERROR_VALUE_NOT_VALID' },
    });
  });

  test('of another pipeline, which somebody made, with its own', async () => {
    const { category } = await portal.result('crm.category.add', {
      entityTypeId: 2,
      fields: { name: 'Подключения' },
    });
    const stages = await portal.result('crm.status.list', {
      filter: { ENTITY_ID: `DEAL_STAGE_${category.id}` },
    });
    expect(stages[0]).toMatchObject({ STATUS_ID: `C${category.id}:NEW`, EXTRA: { SEMANTICS: 'process' } });
    const deal = await add(2, { title: 'x', categoryId: category.id });
    expect(deal.stageId).toBe(`C${category.id}:NEW`);
    const moved = await update(2, deal.id, { categoryId: 0 });
    expect(moved.body.result.item).toMatchObject({ categoryId: 0, stageId: 'NEW' });
    expect(await portal.result('crm.category.list', { entityTypeId: 2 })).toMatchObject({
      categories: [
        { id: 0, isDefault: 'Y' },
        { id: category.id, isDefault: 'N' },
      ],
    });
  });

  test('of the smart process', async () => {
    expect(await add(1046, { title: 'Заявка' })).toMatchObject({ categoryId: 1, stageId: 'DT1046_1:NEW' });
  });
});

describe('mandatory fields', () => {
  const require = (rule: { entityTypeId: number; field: string; stageIds: string[] }) =>
    portal.context.save([put(REQUIRED_FIELDS, `${rule.entityTypeId} ${rule.field}`, rule)]);

  test('are asked for when an item is added, and may not be emptied later', async () => {
    require({ entityTypeId: 3, field: 'lastName', stageIds: [] });
    expect(await portal.call('crm.item.add', { entityTypeId: 3, fields: { name: 'x' } })).toMatchObject({
      status: 400,
      body: {
        error: 'CRM_FIELD_ERROR_REQUIRED',
        error_description: 'Поле "Фамилия" обязательно для заполнения',
      },
    });
    const { id } = await add(3, { lastName: 'y' });
    expect((await update(3, id, { lastName: '' })).body.error).toBe('CRM_FIELD_ERROR_REQUIRED');
  });

  test('may be those of a stage', async () => {
    require({ entityTypeId: 2, field: 'opportunity', stageIds: ['WON'] });
    const { id } = await add(2, { title: 'x' });
    expect((await update(2, id, { stageId: 'WON' })).body.error).toBe('CRM_FIELD_ERROR_REQUIRED');
    expect((await update(2, id, { stageId: 'WON', opportunity: 10 })).status).toBe(200);
  });
});

describe('an import', () => {
  const imported = (data: object[]) => portal.call('crm.item.batchImport', { entityTypeId: 3, data });

  test('has an outcome for each, at its place, and takes times of an administrator', async () => {
    const { body } = await imported([
      { name: 'Иван', createdTime: '2020-01-01T10:00:00+03:00', createdBy: 2 },
      { name: 'Пётр', birthdate: 'never' },
      { name: 'Анна' },
    ]);
    const [first, second, third] = body.result.items;
    expect([typeof first.item.id, second.error, third.item.id]).toEqual([
      'number',
      'CRM_FIELD_ERROR_VALUE_NOT_VALID',
      expect.any(Number),
    ]);
    const { item } = await portal.result('crm.item.get', { entityTypeId: 3, id: first.item.id });
    expect(item).toMatchObject({ createdTime: '2020-01-01T10:00:00+03:00', createdBy: 2 });
  });

  test('of more than twenty is refused', async () => {
    const { body } = await imported(Array.from({ length: 21 }, () => ({ name: 'x' })));
    expect(body.error).toBe('MAX_IMPORT_BATCH_SIZE_EXCEEDED');
  });
});

test('user fields have their own names, or those of the house without useOriginalUfNames', async () => {
  await portal.result('crm.contact.userfield.add', {
    fields: { FIELD_NAME: 'FLAT', USER_TYPE_ID: 'string' },
  });
  await portal.result('crm.contact.userfield.add', {
    fields: { FIELD_NAME: 'DEBTS', USER_TYPE_ID: 'string', MULTIPLE: 'Y' },
  });
  const { id } = await add(3, { name: 'x', UF_CRM_FLAT: '47', UF_CRM_DEBTS: ['a', 'b'] });
  const get = async (more: object) =>
    (await portal.result('crm.item.get', { entityTypeId: 3, id, ...more })).item;
  expect(await get({ useOriginalUfNames: 'Y' })).toMatchObject({
    UF_CRM_FLAT: '47',
    UF_CRM_DEBTS: ['a', 'b'],
  });
  expect(await get({})).toMatchObject({ ufCrmFlat: '47', ufCrmDebts: ['a', 'b'] });
  // An empty list empties nothing here; an empty text does.
  await update(3, id, { UF_CRM_DEBTS: [] });
  expect(await get({})).toMatchObject({ ufCrmDebts: ['a', 'b'] });
  await update(3, id, { UF_CRM_DEBTS: '' });
  expect(await get({})).toMatchObject({ ufCrmDebts: [] });
  expect((await list(3, { filter: { '=UF_CRM_FLAT': '47' }, select: ['id'] })).length).toBe(1);
});
