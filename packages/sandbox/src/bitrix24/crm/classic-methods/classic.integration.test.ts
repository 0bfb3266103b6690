import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WEBHOOKS } from '../../auth/webhooks.ts';
import { put } from '../../state/change.ts';
import { type AnyJson, openTestPortal, postJson, type TestPortal } from '../../testing/test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
beforeEach(() => portal.context.reset());
afterAll(() => portal.close());

const addContact = (fields: object): Promise<number> => portal.result('crm.contact.add', { fields });
const contact = (id: number): Promise<AnyJson> => portal.result('crm.contact.get', { id });
const update = (id: number, fields: object) => portal.result('crm.contact.update', { id, fields });

describe('the classic methods', () => {
  test('show the same rows as text', async () => {
    const { item } = await portal.result('crm.item.add', {
      entityTypeId: 2,
      fields: { title: 'Сделка', opportunity: 1000, categoryId: 0, assignedById: 2 },
    });
    const deal = await portal.result('crm.deal.get', { id: item.id });
    expect(deal).toMatchObject({
      ID: String(item.id),
      TITLE: 'Сделка',
      OPPORTUNITY: '1000.00',
      CATEGORY_ID: '0',
      STAGE_ID: 'NEW',
      ASSIGNED_BY_ID: '2',
      CLOSED: 'N',
    });
    expect(deal).not.toHaveProperty('CONTACT_IDS');
  });

  test('take names of parameters in any case', async () => {
    const { body } = await portal.call('crm.contact.ADD', {
      FIELDS: { NAME: 'Иван' },
      params: { REGISTER_SONET_EVENT: 'N' },
    });
    expect(await portal.result('crm.contact.get', { ID: body.result })).toMatchObject({ NAME: 'Иван' });
  });

  test('refuse without a code', async () => {
    expect((await portal.call('crm.contact.get', { id: 77 })).body).toEqual({
      error: '',
      error_description: 'Not found',
    });
    expect((await portal.call('crm.contact.add', { fields: 'x' })).body).toEqual({
      error: '',
      error_description: "Parameter 'fields' must be array.",
    });
  });

  test('of leads have statuses', async () => {
    const id = await portal.result('crm.lead.add', { fields: { TITLE: 'Заявка', STATUS_ID: 'IN_PROCESS' } });
    expect(await portal.result('crm.lead.get', { id })).toMatchObject({ STATUS_ID: 'IN_PROCESS' });
    expect((await portal.result('crm.item.get', { entityTypeId: 1, id })).item).toMatchObject({
      stageId: 'IN_PROCESS',
    });
  });
});

describe('PHONE', () => {
  const add = () =>
    addContact({
      NAME: 'x',
      PHONE: [{ VALUE: '+79000000001', VALUE_TYPE: 'MOBILE' }, { VALUE: '+79000000002' }],
    });
  const values = async (id: number) => (await contact(id)).PHONE?.map(({ VALUE }: AnyJson) => VALUE);

  test('with an id edits, without one always adds, and rows that are not named stay', async () => {
    const id = await add();
    const { PHONE } = await contact(id);
    expect(PHONE[0]).toEqual({
      ID: expect.any(String),
      VALUE: '+79000000001',
      VALUE_TYPE: 'MOBILE',
      TYPE_ID: 'PHONE',
    });
    await update(id, { PHONE: [{ ID: PHONE[0].ID, VALUE: '+79000000009' }] });
    expect(await values(id)).toEqual(['+79000000009', '+79000000002']);
    await update(id, { PHONE: [{ VALUE: '+79000000009' }] });
    expect(await values(id)).toEqual(['+79000000009', '+79000000002', '+79000000009']);
  });

  test.each([
    ['DELETE', (ID: string) => ({ ID, DELETE: 'Y' })],
    ['an empty value', (ID: string) => ({ ID, VALUE: '' })],
    ['no value', (ID: string) => ({ ID })],
  ])('with an id and %s is deleted', async (_, row) => {
    const id = await add();
    const { PHONE } = await contact(id);
    await update(id, { PHONE: [row(PHONE[0].ID)] });
    expect(await values(id)).toEqual(['+79000000002']);
  });

  test('is not in a list unless it is named; a filter finds exactly its text', async () => {
    await add();
    const list = (params: object) => portal.result('crm.contact.list', params);
    expect((await list({ select: ['*', 'UF_*'] }))[0]).not.toHaveProperty('PHONE');
    expect((await list({ select: ['ID', 'PHONE'] }))[0].PHONE).toHaveLength(2);
    expect(await list({ filter: { PHONE: '+79000000001' }, select: ['ID'] })).toHaveLength(1);
    expect(await list({ filter: { PHONE: '79000000001' }, select: ['ID'] })).toEqual([]);
  });
});

describe('a list', () => {
  test('is a bare array of text, with total and next; total is 0 when nobody counts', async () => {
    portal.context.state.commit({ contacts: { seed: 's', firstId: 1, firstFieldId: 1, count: 60 } });
    const { body } = await portal.call('crm.contact.list', { select: ['ID'] });
    expect([body.result[0], body.total, body.next]).toEqual([{ ID: '1' }, 60, 50]);
    const uncounted = (await portal.call('crm.contact.list', { select: ['ID'], start: -1 })).body;
    expect([uncounted.result.length, uncounted.total, uncounted.next]).toEqual([50, 0, undefined]);
  });

  test('drops a filter that nobody knows, and gives the whole table', async () => {
    await addContact({ NAME: 'a' });
    await addContact({ NAME: 'b' });
    expect(await portal.result('crm.contact.list', { filter: { UF_CRM_TYPO: 1 } })).toHaveLength(2);
  });

  test('knows no logic, and no LIKE on directories', async () => {
    await addContact({ NAME: 'a', SOURCE_ID: 'WEB' });
    await addContact({ NAME: 'b', SOURCE_ID: 'CALL' });
    const names = async (filter: object) =>
      (await portal.result('crm.contact.list', { filter, select: ['NAME'] })).map(
        ({ NAME }: AnyJson) => NAME,
      );
    expect(await names({ 0: { logic: 'OR', NAME: 'a' } })).toEqual(['a', 'b']);
    expect(await names({ '%SOURCE_ID': 'WE' })).toEqual(['a', 'b']);
    expect(await names({ SOURCE_ID: 'WEB' })).toEqual(['a']);
    expect(await names({ '%NAME': 'B' })).toEqual(['b']);
  });
});

test('CONTACT_IDS are for adding a deal; later they are set by a call of their own', async () => {
  const [first, second] = [await addContact({ NAME: 'a' }), await addContact({ NAME: 'b' })];
  const id = await portal.result('crm.deal.add', { fields: { TITLE: 'x', CONTACT_IDS: [first] } });
  await portal.result('crm.deal.update', { id, fields: { CONTACT_IDS: [second] } });
  const contacts = async () =>
    (await portal.result('crm.deal.contact.items.get', { id })).map(({ CONTACT_ID }: AnyJson) => CONTACT_ID);
  expect(await contacts()).toEqual([first]);
  await portal.result('crm.deal.contact.items.set', {
    id,
    items: [{ CONTACT_ID: second }, { CONTACT_ID: first }],
  });
  expect(await contacts()).toEqual([second, first]);
});

describe('user fields', () => {
  const add = (fields: object, entity = 'contact') => portal.call(`crm.${entity}.userfield.add`, { fields });
  const list = (filter: object = {}) => portal.result('crm.contact.userfield.list', { filter });

  test('get their prefix, keep what they are, and are told with labels for a language only', async () => {
    const { body } = await add({ FIELD_NAME: 'flat', USER_TYPE_ID: 'string', LABEL: 'Квартира' });
    expect(body.result).toEqual(expect.any(Number));
    expect(await list({ FIELD_NAME: 'UF_CRM_FLAT' })).toMatchObject([
      { ID: String(body.result), ENTITY_ID: 'CRM_CONTACT', MULTIPLE: 'N', SETTINGS: [] },
    ]);
    expect((await list())[0]).not.toHaveProperty('EDIT_FORM_LABEL');
    expect((await list({ LANG: 'ru' }))[0]).toMatchObject({ EDIT_FORM_LABEL: 'Квартира' });
    expect(await portal.result('crm.deal.userfield.list')).toEqual([]);
  });

  test('are refused with everything that is wrong', async () => {
    await add({ FIELD_NAME: 'FLAT', USER_TYPE_ID: 'string' });
    expect((await add({ FIELD_NAME: 'FLAT', USER_TYPE_ID: 'colour' })).body).toEqual({
      error: 'ERROR_CORE',
      error_description: 'Тип "colour" не найден.\nПоле UF_CRM_FLAT для объекта уже существует.',
    });
    expect((await add({ FIELD_NAME: 'КВАРТИРА', USER_TYPE_ID: 'string' })).status).toBe(400);
    expect((await add({ FIELD_NAME: 'A'.repeat(44), USER_TYPE_ID: 'string' })).status).toBe(400);
  });

  test('are changed by administrators alone', async () => {
    portal.context.save([
      put(WEBHOOKS, 'of-2', { userId: 2, code: 'of-2', scopes: ['crm'], isRevoked: false }),
    ]);
    const { body } = await postJson(`${portal.origin}/rest/2/of-2/crm.contact.userfield.add`, {
      fields: { FIELD_NAME: 'FLAT', USER_TYPE_ID: 'string' },
    });
    expect(body).toEqual({ error: '', error_description: 'Access denied.' });
    expect(await list()).toEqual([]);
  });

  test('that are lists have entries with ids, which values are', async () => {
    const { body } = await add({
      FIELD_NAME: 'STATE',
      USER_TYPE_ID: 'enumeration',
      LIST: [
        { VALUE: 'Новый', XML_ID: 'new' },
        { VALUE: 'Готов', XML_ID: 'done' },
      ],
    });
    const id = body.result;
    const read = async () => (await portal.result('crm.contact.userfield.get', { id })).LIST;
    const [first, second] = await read();
    expect([first, second]).toMatchObject([{ VALUE: 'Новый', XML_ID: 'new' }, { XML_ID: 'done' }]);
    await portal.result('crm.contact.userfield.update', {
      id,
      fields: { LIST: [{ ID: first.ID, DEL: 'Y' }, { ID: second.ID, VALUE: 'Сделан' }, { VALUE: 'Ещё' }] },
    });
    expect((await read()).map(({ VALUE }: AnyJson) => VALUE)).toEqual(['Сделан', 'Ещё']);
    const contactId = await addContact({ NAME: 'x', UF_CRM_STATE: second.ID });
    expect(await contact(contactId)).toMatchObject({ UF_CRM_STATE: Number(second.ID) });
    expect((await portal.call('crm.contact.add', { fields: { UF_CRM_STATE: first.ID } })).body.error).toBe(
      'CRM_FIELD_ERROR_VALUE_NOT_VALID',
    );
  });

  test('have their text in the classic methods: booleans are 1 and 0, empty multiple ones false', async () => {
    await add({ FIELD_NAME: 'BLOCKED', USER_TYPE_ID: 'boolean' });
    await add({ FIELD_NAME: 'DEBTS', USER_TYPE_ID: 'double', MULTIPLE: 'Y' });
    const id = await addContact({ NAME: 'x', UF_CRM_BLOCKED: true });
    expect(await contact(id)).toMatchObject({ UF_CRM_BLOCKED: '1', UF_CRM_DEBTS: false });
    const { items } = await portal.result('crm.item.list', {
      entityTypeId: 3,
      useOriginalUfNames: 'Y',
      filter: { UF_CRM_BLOCKED: '1' },
      select: ['UF_CRM_BLOCKED'],
    });
    expect(items).toEqual([{ id, UF_CRM_BLOCKED: 'Y' }]);
    await update(id, { UF_CRM_DEBTS: ['1.5', '2'] });
    expect(await contact(id)).toMatchObject({ UF_CRM_DEBTS: ['1.5', '2'] });
  });

  test('that are mandatory are asked for', async () => {
    await add({ FIELD_NAME: 'FLAT', USER_TYPE_ID: 'string', MANDATORY: 'Y', LABEL: 'Квартира' });
    expect((await portal.call('crm.contact.add', { fields: { NAME: 'x' } })).body).toMatchObject({
      error: 'CRM_FIELD_ERROR_REQUIRED',
      error_description: 'Поле "Квартира" обязательно для заполнения',
    });
  });
});
