import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bitrix24, dealStagesOf, multiFieldChanges, phoneSpellings, reference } from '../../index.ts';
import { openTestSandbox, type TestSandbox } from '../testing/test-sandbox.ts';

let sandbox: TestSandbox;
let bitrix24: Bitrix24;
let numbers = 0;
/** A phone that nobody has yet. */
const newPhone = () => {
  numbers += 1;
  return `7900000${String(1000 + numbers)}`;
};
const contactWith = async (phone: string, more = {}) =>
  bitrix24.contacts.add({ fields: { name: 'Иван', fm: [{ typeId: 'PHONE', value: phone }], ...more } });

beforeAll(async () => {
  sandbox = await openTestSandbox();
  bitrix24 = sandbox.byWebhook();
});
afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
});

test('a web hook is probed: who it is, what it may, what the portal knows', async () => {
  expect(await bitrix24.application.profile()).toMatchObject({ ID: 1, ADMIN: true });
  expect(await bitrix24.application.scope()).toContain('crm');
  expect(await bitrix24.application.method({ name: 'crm.item.add' })).toEqual({
    isExisting: true,
    isAvailable: true,
  });
  expect(Math.abs((await bitrix24.application.serverTime()).getTime() - Date.now())).toBeLessThan(5_000);
  await expect(bitrix24.application.info()).rejects.toMatchObject({ apiCode: 'ACCESS_DENIED' });
  const app = await sandbox.asApplication();
  expect(await app.application.info()).toMatchObject({ INSTALLED: true });
});

describe('a contact', () => {
  test.each([0, 1, 2, 3])(
    'is found by every spelling of its phone, whichever it was stored in (%i)',
    async (stored) => {
      const phone = newPhone();
      const { id } = await contactWith(phoneSpellings(phone)[stored] ?? '');
      for (const asked of phoneSpellings(phone))
        expect(await bitrix24.duplicates.findByPhone({ phone: asked, entityType: 'CONTACT' })).toEqual({
          CONTACT: [id],
        });
    },
  );

  test('that nobody has is nobody, and an object that is not there is an error of its own', async () => {
    expect(await bitrix24.duplicates.findByPhone({ phone: newPhone() })).toEqual({});
    await expect(bitrix24.contacts.get({ id: 9_999_999 })).rejects.toMatchObject({
      code: 'BITRIX24_NOT_FOUND',
    });
  });

  test('keeps its phones however often it is synchronised, and the control: a list appends', async () => {
    const phone = newPhone();
    const { id } = await contactWith(`+${phone}`);
    const sync = async () => {
      const { fm } = await bitrix24.contacts.get({ id });
      const changes = multiFieldChanges(fm, {
        ensure: [
          { typeId: 'PHONE', value: phone },
          { typeId: 'EMAIL', value: 'a@example.test' },
        ],
      });
      if (changes) await bitrix24.contacts.update({ id, fields: { fm: changes } });
      return changes;
    };
    expect(await sync()).not.toBeNull();
    expect(await sync()).toBeNull();
    expect((await bitrix24.contacts.get({ id })).fm).toHaveLength(2);
    await bitrix24.contacts.update({ id, fields: { fm: [{ typeId: 'PHONE', value: `+${phone}` }] } });
    expect((await bitrix24.contacts.get({ id })).fm).toHaveLength(3);
  });

  test('changes a phone in its record, and loses one, without a trace of the others', async () => {
    const [old, stays, next] = [newPhone(), newPhone(), newPhone()];
    const { id } = await bitrix24.contacts.add({
      fields: {
        fm: [old, stays].map((value) => ({ typeId: 'PHONE', valueType: 'WORK', value: `+${value}` })),
      },
    });
    const before = (await bitrix24.contacts.get({ id })).fm ?? [];
    const changes = multiFieldChanges(before, { ensure: [{ typeId: 'PHONE', value: next, replaces: old }] });
    await bitrix24.contacts.update({ id, fields: { fm: changes ?? {} } });
    const after = (await bitrix24.contacts.get({ id })).fm ?? [];
    expect(after.map((field) => [field.id, field.value])).toEqual([
      [before[0]?.id, `+${next}`],
      [before[1]?.id, `+${stays}`],
    ]);
    const removal = multiFieldChanges(after, { remove: [{ typeId: 'PHONE', value: next }] });
    await bitrix24.contacts.update({ id, fields: { fm: removal ?? {} } });
    expect((await bitrix24.contacts.get({ id })).fm?.map(({ value }) => value)).toEqual([`+${stays}`]);
  });

  test('has user fields under the names that they were given', async () => {
    const [flat, kind] = await bitrix24.userFields.ensure({
      entity: 'contact',
      fields: [
        { name: 'UF_CRM_TEST_FLAT', type: 'string', label: { ru: 'Квартира' } },
        {
          name: 'UF_CRM_TEST_KIND',
          type: 'enumeration',
          label: { ru: 'Вид' },
          choices: [
            { value: 'Дом', xmlId: 'house' },
            { value: 'Квартира', xmlId: 'flat' },
          ],
        },
      ],
    });
    expect([flat?.isNew, kind?.isNew, kind?.choices.size]).toEqual([true, true, 2]);
    const { id } = await contactWith(newPhone(), {
      UF_CRM_TEST_FLAT: '47',
      UF_CRM_TEST_KIND: kind?.choices.get('flat'),
    });
    expect(await bitrix24.contacts.get({ id })).toMatchObject({ UF_CRM_TEST_FLAT: '47' });
    const again = await bitrix24.userFields.ensure({
      entity: 'contact',
      fields: [{ name: 'UF_CRM_TEST_FLAT', type: 'string', label: { ru: 'Квартира' } }],
    });
    expect(again).toMatchObject([{ id: flat?.id, isNew: false }]);
    expect(await bitrix24.contacts.fields()).toHaveProperty('UF_CRM_TEST_FLAT');
  });

  test('is found again by its planted origin, and merged with another', async () => {
    const origin = { originatorId: 'hub', originId: newPhone() };
    const { id } = await contactWith(newPhone(), origin);
    const { rows } = await bitrix24.contacts.list(
      { select: ['id'], filter: { '=originatorId': 'hub', '@originId': [origin.originId] } },
      { start: -1 },
    );
    expect(rows).toEqual([{ id }]);
    const other = await contactWith(newPhone());
    expect(await bitrix24.duplicates.merge({ entityTypeId: 3, ids: [id, other.id] })).toMatchObject({
      status: 'SUCCESS',
      deletedIds: [other.id],
    });
    await expect(bitrix24.contacts.get({ id: other.id })).rejects.toMatchObject({
      code: 'BITRIX24_NOT_FOUND',
    });
  });

  test('among many is imported and read by the thousand', async () => {
    const outcomes = await bitrix24.contacts.batchImport({ items: [{ name: 'А' }, { name: 'Б' }] });
    expect(outcomes.map(({ status }) => status)).toEqual(['ok', 'ok']);
    await sandbox.control('POST /bitrix24/contacts', { count: 3_000, seed: 'many' });
    const rows = await bitrix24.contacts
      .iterate({ select: ['id'], filter: { '=originatorId': 'many' } })
      .toArray();
    expect(new Set(rows.map(({ id }) => id)).size).toBe(3_000);
  });
});

describe('a deal', () => {
  test('comes in one request with its contact, its rows and a comment, and moves through the stages', async () => {
    const outcome = await bitrix24.batch({
      contact: bitrix24.contacts.add.command({ fields: { name: 'Анна & Ко = 100%' } }),
      deal: bitrix24.deals.add.command({
        fields: { title: 'Заявка', contactId: reference('contact', 'item', 'id'), categoryId: 0 },
      }),
      rows: bitrix24.productRows.set.command({
        ownerType: 'D',
        ownerId: reference('deal', 'item', 'id'),
        rows: [{ productName: 'Домофон', price: '99.50', quantity: 2 }],
      }),
      comment: bitrix24.timeline.addComment.command({
        entityType: 'deal',
        entityId: reference('deal', 'item', 'id'),
        comment: 'Квартира 47',
      }),
    });
    if (outcome.deal.status !== 'ok' || outcome.contact.status !== 'ok') throw new Error('refused');
    const { id, contactId, stageId } = outcome.deal.result;
    expect(outcome.contact.result).toMatchObject({ id: contactId, name: 'Анна & Ко = 100%' });
    expect(outcome).toMatchObject({ rows: { status: 'ok' }, comment: { status: 'ok' } });

    const stages = await bitrix24.statuses.list({ entityId: dealStagesOf(0) });
    expect(stages.map(({ STATUS_ID }) => STATUS_ID)).toContain(stageId);
    const won = stages.find(({ SEMANTICS }) => SEMANTICS === 'S')?.STATUS_ID ?? '';
    expect(await bitrix24.deals.update({ id, fields: { stageId: won } })).toMatchObject({ stageId: won });

    const { rows } = await bitrix24.productRows.list({ ownerType: 'D', ownerId: id });
    expect(
      rows.map(({ productName, quantity, price }) => [productName, Number(quantity), Number(price)]),
    ).toEqual([['Домофон', 2, 99.5]]);
    const comments = await bitrix24.timeline.comments({ entityType: 'deal', entityId: id });
    expect(comments.rows.map(({ COMMENT }) => COMMENT)).toEqual(['Квартира 47']);
    await bitrix24.deals.delete({ id });
    await expect(bitrix24.deals.get({ id })).rejects.toMatchObject({ code: 'BITRIX24_NOT_FOUND' });
  });

  test('has things to do, and entries that nobody edits', async () => {
    const { id } = await bitrix24.deals.add({ fields: { title: 'x' } });
    expect(
      await bitrix24.activities.addTodo({
        ownerTypeId: 2,
        ownerId: id,
        deadline: '2026-12-01T10:00:00+03:00',
        title: 'Позвонить',
      }),
    ).toBeGreaterThan(0);
    expect(
      await bitrix24.timeline.addLogMessage({ entityTypeId: 2, entityId: id, title: 't', text: 'x' }),
    ).toMatchObject({ id: expect.any(Number) as number });
  });

  test('is refused in words when a field that the portal asks for is missing', async () => {
    await sandbox.control('POST /bitrix24/required-fields', {
      entityTypeId: 2,
      field: 'title',
      isRequired: true,
    });
    await expect(bitrix24.deals.add({ fields: { title: '' } })).rejects.toMatchObject({
      code: 'BITRIX24_API',
      apiCode: 'CRM_FIELD_ERROR_REQUIRED',
    });
    await sandbox.control('POST /bitrix24/required-fields', {
      entityTypeId: 2,
      field: 'title',
      isRequired: false,
    });
  });
});

test('pipelines are listed, the general one is 0', async () => {
  expect(await bitrix24.categories.list({ entityTypeId: 2 })).toContainEqual(
    expect.objectContaining({ id: 0, isDefault: true }),
  );
});

describe('a service of ours as a product', () => {
  test('has one product with its price in the catalogue', async () => {
    const catalogue = (await bitrix24.catalogs.list()).find(
      ({ productIblockId }) => productIblockId === null,
    );
    const iblockId = catalogue?.iblockId ?? 0;
    const product = await bitrix24.products.add({
      iblockId,
      fields: { name: 'Домофон', xmlId: 'service-7' },
    });
    const base = (await bitrix24.prices.types()).find((type) => type.base)?.id ?? 0;
    const price = await bitrix24.prices.add({
      productId: product.id,
      catalogGroupId: base,
      price: '99.50',
      currency: 'RUB',
    });
    await bitrix24.prices.update({ id: price.id, price: '120', currency: 'RUB' });
    const found = await bitrix24.products.list({ iblockId, filter: { xmlId: 'service-7' } });
    expect(found.rows).toMatchObject([{ id: product.id, name: 'Домофон' }]);
    const prices = await bitrix24.prices.list({ filter: { productId: product.id } });
    expect(prices.rows.map((one) => Number(one.price))).toEqual([120]);
    expect(await bitrix24.products.update({ id: product.id, fields: { active: false } })).toMatchObject({
      id: product.id,
    });
    expect(await bitrix24.products.get({ id: product.id })).toMatchObject({ active: false });
  });

  test('or one by the older methods, with the scope of the CRM only', async () => {
    const id = await bitrix24.crmProducts.add({
      name: 'Камера',
      price: 50,
      currencyId: 'RUB',
      xmlId: 'service-8',
    });
    await bitrix24.crmProducts.update({ id, price: 60 });
    const { rows } = await bitrix24.crmProducts.list({ filter: { XML_ID: 'service-8' } });
    expect(rows.map((one) => [one.ID, Number(one.PRICE)])).toEqual([[id, 60]]);
  });
});
