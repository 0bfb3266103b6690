import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/test-sandbox.ts';
import { newPortalCredentials } from '../auth/credentials.ts';
import { type AnyJson, openTestPortal, type TestPortal } from '../testing/test-portal.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const phone = (value: string) => ({ typeId: 'PHONE', valueType: 'MOBILE', value });

/** Something of everything that a portal keeps. */
async function live(portal: TestPortal): Promise<void> {
  const result = (method: string, params: object) => portal.result(method, params);
  const add = async (entityTypeId: number, fields: object): Promise<AnyJson> =>
    (await result('crm.item.add', { entityTypeId, fields, useOriginalUfNames: 'Y' })).item;
  const field = await result('crm.contact.userfield.add', {
    fields: {
      FIELD_NAME: 'STATE',
      USER_TYPE_ID: 'enumeration',
      MULTIPLE: 'Y',
      LABEL: 'Состояние',
      LIST: [{ VALUE: 'a' }, { VALUE: 'b' }],
    },
  });
  const { LIST } = await result('crm.contact.userfield.get', { id: field });
  await result('crm.contact.userfield.update', {
    id: field,
    fields: { LIST: [{ ID: LIST[0].ID, VALUE: 'c' }], MANDATORY: 'N' },
  });
  const contact = await add(3, {
    name: 'Иван',
    birthdate: '1980-01-02',
    fm: [phone('+79000000001')],
    UF_CRM_STATE: [LIST[1].ID],
  });
  await result('crm.item.update', {
    entityTypeId: 3,
    id: contact.id,
    fields: { fm: { n0: phone('+79000000002') }, lastName: 'Петров' },
  });
  const twin = await add(3, { fm: [phone('+79000000003')] });
  const gone = await add(3, { name: 'x' });
  const { category } = await result('crm.category.add', { entityTypeId: 2, fields: { name: 'Подключения' } });
  const deal = await add(2, {
    title: 'Сделка',
    categoryId: category.id,
    contactIds: [contact.id, twin.id, gone.id],
  });
  await result('crm.item.delete', { entityTypeId: 3, id: gone.id });
  await result('crm.entity.mergeBatch', { params: { entityTypeId: 3, entityIds: [contact.id, twin.id] } });
  await result('crm.item.productrow.set', {
    ownerType: 'D',
    ownerId: deal.id,
    productRows: [{ productName: 'Домофон', price: 5 }],
  });
  await result('crm.lead.add', { fields: { TITLE: 'Лид' } });
  await add(1046, { title: 'Заявка', parentId2: deal.id });
  await result('crm.timeline.comment.add', {
    fields: { ENTITY_ID: deal.id, ENTITY_TYPE: 'deal', COMMENT: 'да', FILES: [['a.txt', 'YQ==']] },
  });
  await result('crm.activity.todo.add', {
    ownerTypeId: 2,
    ownerId: deal.id,
    deadline: '2026-12-01T10:00:00Z',
  });
  const { element } = await result('catalog.product.add', {
    fields: { iblockId: 24, name: 'Услуга', property258: ['a', 'b'] },
  });
  await result('catalog.price.add', {
    fields: { productId: element.id, catalogGroupId: 1, price: 5, currency: 'RUB' },
  });
  await result('crm.item.batchImport', { entityTypeId: 3, data: [{ name: 'y', originId: 'o-1' }] });
}

const READS: readonly (readonly [string, object?])[] = [
  ['crm.item.list', { entityTypeId: 1 }],
  ['crm.item.list', { entityTypeId: 2 }],
  ['crm.item.list', { entityTypeId: 3, useOriginalUfNames: 'Y' }],
  ['crm.item.list', { entityTypeId: 1046 }],
  ['crm.item.list', { entityTypeId: 3, filter: { '=originId': 'o-1' } }],
  ['crm.item.list', { entityTypeId: 2, filter: { contactId: 1 } }],
  ['crm.contact.list', { select: ['*', 'UF_*', 'PHONE'] }],
  ['crm.deal.contact.items.get', { id: 1 }],
  ['crm.duplicate.findbycomm', { type: 'PHONE', values: ['+79000000001', '+79000000002', '+79000000003'] }],
  ['crm.contact.userfield.list', { filter: { LANG: 'ru' } }],
  ['crm.category.list', { entityTypeId: 2 }],
  ['crm.status.list'],
  ['crm.timeline.comment.list', { filter: { ENTITY_ID: 1, ENTITY_TYPE: 'deal' } }],
  ['crm.activity.list'],
  ['crm.item.productrow.list', { filter: { '=ownerType': 'D', '=ownerId': 1 } }],
  ['catalog.product.list', { filter: { iblockId: 24 }, select: ['*', 'id', 'iblockId'] }],
  ['catalog.price.list'],
];
const seen = (portal: TestPortal) =>
  Promise.all(READS.map(async ([method, params]) => [method, await portal.result(method, params)] as const));

test('a portal that is opened again answers every question as before', async () => {
  const kept = { folder: folder.path, credentials: newPortalCredentials() };
  const first = await openTestPortal({ kept });
  await live(first);
  const before = await seen(first);
  await first.close();
  // `{"items":[]}` would prove nothing.
  for (const [method, result] of before)
    expect([method, JSON.stringify(result).length > '{"items":[]}'.length]).toEqual([method, true]);
  await using second = await openTestPortal({ kept });
  expect(await seen(second)).toEqual(before);
});
