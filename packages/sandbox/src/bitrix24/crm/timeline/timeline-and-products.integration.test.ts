import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Happening } from '../../happenings.ts';
import { type AnyJson, openTestPortal, type TestPortal } from '../../testing/test-portal.ts';

let portal: TestPortal;
let dealId: number;
const told: Happening[] = [];
beforeAll(async () => {
  portal = await openTestPortal();
  portal.context.follow({ afterwards: (happenings) => void told.push(...happenings) });
});
beforeEach(async () => {
  portal.context.reset();
  dealId = await portal.result('crm.deal.add', { fields: { TITLE: 'Сделка' } });
  told.length = 0;
});
afterAll(() => portal.close());

describe('a comment', () => {
  const add = (fields: object) => portal.call('crm.timeline.comment.add', { fields });
  const about = () => ({ ENTITY_ID: dealId, ENTITY_TYPE: 'deal' });

  test('is added, read, listed, changed, deleted, and told of', async () => {
    const id = (await add({ ...about(), COMMENT: 'Мастер едет' })).body.result;
    await add({ ...about(), COMMENT: 'Приехал' });
    expect(await portal.result('crm.timeline.comment.get', { id })).toMatchObject({
      COMMENT: 'Мастер едет',
      AUTHOR_ID: '1',
    });
    const list = async () =>
      (await portal.result('crm.timeline.comment.list', { filter: about() })).map(
        ({ COMMENT }: AnyJson) => COMMENT,
      );
    await portal.result('crm.timeline.comment.update', { id, fields: { COMMENT: 'Мастер едет!' } });
    expect(await list()).toEqual(['Мастер едет!', 'Приехал']);
    await portal.result('crm.timeline.comment.delete', { id });
    expect(await list()).toEqual(['Приехал']);
    expect(told.map(({ of, what }) => `${of} ${what}`)).toEqual([
      'comment added',
      'comment added',
      'comment updated',
      'comment deleted',
    ]);
  });

  test('needs its fields in lower case, a text, and somebody to be about', async () => {
    const upper = await portal.call('crm.timeline.comment.add', { FIELDS: { ...about(), COMMENT: 'x' } });
    expect(upper).toMatchObject({ status: 400, body: { error: '100' } });
    expect((await add({ ...about(), COMMENT: '' })).status).toBe(400);
    expect((await add({ ENTITY_ID: 99, ENTITY_TYPE: 'deal', COMMENT: 'x' })).body.error).toBe(
      'OWNER_NOT_FOUND',
    );
  });
});

test('a thing to do needs an owner and a date', async () => {
  const add = (more: object) =>
    portal.call('crm.activity.todo.add', { ownerTypeId: 2, ownerId: dealId, title: 'Позвонить', ...more });
  expect((await add({ deadline: 'soon' })).body.error).toBe('WRONG_DATETIME_FORMAT');
  expect((await add({ deadline: '2026-12-01T10:00:00+03:00', ownerId: 99 })).body.error).toBe(
    'OWNER_NOT_FOUND',
  );
  const { id } = (await add({ deadline: '2026-12-01T10:00:00+05:00' })).body.result;
  expect(await portal.result('crm.activity.get', { id })).toMatchObject({
    SUBJECT: 'Позвонить',
    DEADLINE: '2026-12-01T08:00:00+03:00',
    OWNER_ID: String(dealId),
  });
});

test('a log message is a record in the timeline', async () => {
  const { logMessage } = await portal.result('crm.timeline.logmessage.add', {
    fields: { entityTypeId: 2, entityId: dealId, title: 'Домовой', text: 'Заявка принята', iconCode: 'info' },
  });
  expect(logMessage).toMatchObject({ id: expect.any(Number), authorId: 1 });
});

describe('product rows', () => {
  const set = (productRows: object[]) =>
    portal.result('crm.item.productrow.set', { ownerType: 'D', ownerId: dealId, productRows });
  const opportunity = async () => (await portal.result('crm.deal.get', { id: dealId })).OPPORTUNITY;

  test('replace what was there, and the amount follows', async () => {
    await set([
      { productName: 'Домофон', price: 50, quantity: 2 },
      { productName: 'Камера', price: '10.5' },
    ]);
    expect(await opportunity()).toBe('110.50');
    const { productRows } = await set([{ productName: 'Домофон', price: 60 }]);
    expect(productRows).toMatchObject([{ productName: 'Домофон', price: 60, quantity: 1, ownerType: 'D' }]);
    expect(await opportunity()).toBe('60.00');
    const filter = { '=ownerType': 'D', '=ownerId': dealId };
    expect((await portal.call('crm.item.productrow.list', { filter })).body).toMatchObject({
      total: 1,
      result: { productRows },
    });
  });

  test('leave an amount alone that somebody wrote', async () => {
    await portal.result('crm.deal.update', {
      id: dealId,
      fields: { OPPORTUNITY: 7, IS_MANUAL_OPPORTUNITY: 'Y' },
    });
    await set([{ productName: 'Домофон', price: 50 }]);
    expect(await opportunity()).toBe('7.00');
  });

  test('are added one by one', async () => {
    const row = { ownerType: 'D', ownerId: dealId, productName: 'Домофон', price: 50 };
    await portal.result('crm.item.productrow.add', { fields: row });
    await portal.result('crm.item.productrow.add', { fields: row });
    expect(await opportunity()).toBe('100.00');
  });

  test('take an array of a form in a batch', async () => {
    const { result } = await portal.batch({
      a: `crm.item.productrow.set?ownerType=D&ownerId=${dealId}&productRows[0][productName]=x&productRows[0][price]=5`,
    });
    expect(result.a.productRows).toHaveLength(1);
  });
});

describe('the catalogue', () => {
  const addProduct = (fields: object) => portal.call('catalog.product.add', { fields });

  test('has products with prices, found by their external code', async () => {
    const { catalogs } = await portal.result('catalog.catalog.list');
    expect(catalogs).toMatchObject([{ productIblockId: null }]);
    const { iblockId } = catalogs[0];
    const { element } = (
      await addProduct({
        iblockId,
        name: 'Домофон',
        xmlId: 'service-7',
        property258: 'ул. Ленина',
        purchasingPrice: 1000,
      })
    ).body.result;
    expect(element).toMatchObject({
      xmlId: 'service-7',
      property258: { value: 'ул. Ленина' },
      purchasingPrice: '1000.000000',
    });
    const { price } = await portal.result('catalog.price.add', {
      fields: { productId: element.id, catalogGroupId: 1, price: 49.9, currency: 'RUB' },
    });
    await portal.result('catalog.price.update', { id: price.id, fields: { price: 55 } });
    const { prices } = await portal.result('catalog.price.list', { filter: { productId: element.id } });
    expect(prices).toMatchObject([{ price: 55, currency: 'RUB' }]);
    const { products } = await portal.result('catalog.product.list', {
      filter: { iblockId, '=xmlId': 'service-7' },
      select: ['id', 'iblockId', 'name'],
    });
    expect(products).toEqual([{ id: element.id, iblockId, name: 'Домофон' }]);
    await portal.result('catalog.product.delete', { id: element.id });
    expect((await portal.call('catalog.product.get', { id: element.id })).body.error).toBe('200040300000');
  });

  test('is there for webhooks that have the scope crm alone, too', async () => {
    const id = await portal.result('crm.product.add', {
      fields: { NAME: 'Домофон', PRICE: '50', XML_ID: 'service-7' },
    });
    await portal.result('crm.product.update', { id, fields: { PRICE: 60 } });
    expect(await portal.result('crm.product.list', { filter: { XML_ID: 'service-7' } })).toMatchObject([
      { ID: String(id), PRICE: '60.00', CURRENCY_ID: 'RUB' },
    ]);
    expect((await portal.result('catalog.product.get', { id })).product).toMatchObject({ name: 'Домофон' });
  });

  test('refuses with numbers', async () => {
    expect((await addProduct({ iblockId: 9, name: 'x' })).body.error).toBe('200040300010');
    expect((await portal.call('catalog.product.list', { select: ['id'] })).body.error).toBe('200040300040');
    expect((await addProduct({ name: 'x' })).body.error).toBe('100');
  });
});

test('an address hangs on a requisite, one of each kind', async () => {
  const id = await portal.result('crm.contact.add', { fields: { NAME: 'x' } });
  const requisite = await portal.result('crm.requisite.add', {
    fields: { ENTITY_TYPE_ID: 3, ENTITY_ID: id, PRESET_ID: 3, NAME: 'x', ADDRESS_ONLY: 'Y' },
  });
  const fields = { TYPE_ID: 1, ENTITY_TYPE_ID: 8, ENTITY_ID: requisite, CITY: 'Тула' };
  expect(await portal.result('crm.address.add', { fields })).toBe(true);
  expect((await portal.call('crm.address.add', { fields })).body.error_description).toBe(
    'TypeAddress exists',
  );
  expect(await portal.result('crm.address.list', { filter: { ENTITY_ID: requisite } })).toMatchObject([
    { CITY: 'Тула' },
  ]);
});
