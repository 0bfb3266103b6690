import { previewMapping, readCatalogue } from '@domovoy/domain';
import { notifyChanges } from '@domovoy/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CrmWorld, createCrmWorld } from './testing/crm-world.ts';

let world: CrmWorld;
beforeAll(async () => {
  world = await createCrmWorld();
});
afterAll(() => world.close());

const label = { ru: 'Квартира', en: 'Flat' };
const STAGES = {
  new: null,
  needs_review: null,
  provisioning: null,
  completed: null,
  rejected: null,
  failed: null,
};

test('user fields that the portal lacks are created, and told with every sign-up', async () => {
  await world.mapping({
    deal: { fields: [{ field: 'UF_CRM_DOMOVOY_FLAT', value: '{{flat}}', label }] },
    contact: {
      fields: [
        { field: 'UF_CRM_DOMOVOY_DEBT', value: '{{debt}}', type: 'money', label: { ru: 'Долг', en: 'Debt' } },
        {
          field: 'UF_CRM_DOMOVOY_OFF',
          value: '{{isBlocked}}',
          type: 'boolean',
          label: { ru: 'Выкл', en: 'Off' },
        },
      ],
    },
  });
  await world.settled();
  const catalogue = await readCatalogue(world.store, world.target.integrationId);
  expect(catalogue?.fields['2']).toContainEqual(expect.objectContaining({ name: 'UF_CRM_DOMOVOY_FLAT' }));
  expect(catalogue?.stages.map(({ id }) => id)).toEqual(expect.arrayContaining(['NEW', 'WON', 'LOSE']));
  const signUp = await world.signUp({ flat: '12' });
  await world.settled();
  expect((await world.dealsOf(signUp))[0]).toMatchObject({ UF_CRM_DOMOVOY_FLAT: '12' });

  // The account of the abonent becomes known, and is in debt.
  await world.store.run(
    `with a as (
       insert into accounts (company_id, rosdomofon_id, synced_at, changed_at, number, owner_abonent_rosdomofon_id,
         is_blocked, balance) values ($1, 900, now(), now(), '0001', $2, true, -120.5) returning id
     ) insert into changes (company_id, entity, entity_id, op) select $1, 'account', id, 'added' from a`,
    [world.target.companyId, signUp.abonentId],
  );
  await notifyChanges(world.store);
  await world.settled();
  const [contactId = 0] = await world.contactsWith(signUp.phone);
  expect(await world.contact(contactId)).toMatchObject({ UF_CRM_DOMOVOY_DEBT: '120.50|RUB' });
  expect(String((await world.contact(contactId))['UF_CRM_DOMOVOY_OFF'])).toMatch(/^(1|Y|true)$/);
});

test('a sign-up may be a lead, with the stages of leads', async () => {
  await world.mapping({
    deal: {
      entityTypeId: 1,
      stages: { ...STAGES, new: 'NEW', completed: 'CONVERTED', rejected: 'JUNK' },
      onStage: [{ stageId: 'JUNK', action: 'reject' }],
    },
  });
  await world.settled();
  const signUp = await world.signUp();
  await world.settled();
  const [lead] = await world.dealsOf(signUp, 1);
  expect(lead).toMatchObject({ stageId: 'NEW' });
  expect(await world.commentsOf(lead?.id ?? 0, 'lead')).toHaveLength(1);
  await world.call('crm.item.update', { entityTypeId: 1, id: lead?.id, fields: { stageId: 'JUNK' } });
  await world.event(1, lead?.id ?? 0);
  await world.settled();
  expect((await world.signUpRow(signUp)).state).toBe('rejected');
});

test('or an item of a smart process, once the portal was read again', async () => {
  const { type } = await world.call<{ type: { entityTypeId: number } }>('crm.type.add', {
    fields: { title: 'Подключения' },
  });
  const { entityTypeId } = type;
  // Saving reads the portal anew.
  await world.mapping({});
  await world.settled();
  const catalogue = await readCatalogue(world.store, world.target.integrationId);
  const categoryId = catalogue?.categories.find((one) => one.entityTypeId === entityTypeId)?.id;
  await world.mapping({
    deal: { entityTypeId, categoryId, stages: STAGES, onStage: [], hasProductRows: false },
  });
  await world.settled();
  const signUp = await world.signUp();
  await world.settled();
  const items = await world.itemsOf(entityTypeId, { '=xmlId': `domovoy-sign-up-${signUp.uid}` });
  expect(items).toHaveLength(1);
  expect(await world.commentsOf(items[0]?.id ?? 0, `dynamic_${entityTypeId}`)).toHaveLength(1);
});

test('services are products with their tariff as the price, one each, also after it changed', async () => {
  const service = (id: number, name: string, tariff: number) =>
    world.store.run(
      `with s as (insert into services (company_id, rosdomofon_id, synced_at, changed_at, name, type, tariff)
         values ($1, $2, now(), now(), $3, 'SoftwareIntercom', $4)
         on conflict (company_id, rosdomofon_id) do update set tariff = excluded.tariff returning id)
       insert into changes (company_id, entity, entity_id, op) select $1, 'service', id, 'changed' from s`,
      [world.target.companyId, id, name, tariff],
    );
  await service(11, 'Иваново, Лесная, 1', 45);
  await world.mapping({ hasProducts: true });
  await world.settled();
  await service(11, 'Иваново, Лесная, 1', 60);
  await service(12, 'Иваново, Лесная, 2', 30.5);
  await notifyChanges(world.store);
  await world.settled();
  const { catalogs } = await world.call<{ catalogs: { iblockId: number; productIblockId: number | null }[] }>(
    'catalog.catalog.list',
  );
  const iblockId = catalogs.find(({ productIblockId }) => productIblockId === null)?.iblockId;
  const { products } = await world.call<{ products: { id: number; name: string; xmlId: string }[] }>(
    'catalog.product.list',
    { select: ['id', 'iblockId', 'name', 'xmlId'], filter: { iblockId, '%xmlId': 'domovoy-service-' } },
  );
  expect(Object.fromEntries(products.map(({ name, xmlId }) => [xmlId, name]))).toEqual({
    'domovoy-service-11': 'Иваново, Лесная, 1',
    'domovoy-service-12': 'Иваново, Лесная, 2',
  });
  expect(products).toHaveLength(2);
  const { prices } = await world.call<{ prices: { productId: number; price: number }[] }>(
    'catalog.price.list',
    {
      filter: { '@productId': products.map(({ id }) => id) },
    },
  );
  expect(prices.map(({ price }) => price).toSorted((a, b) => a - b)).toEqual([30.5, 60]);

  // And they are the rows of a deal.
  const signUp = await world.signUp();
  await world.store.run(
    `insert into sign_up_plans (sign_up_id, company_id, services) values ($1, $2, $3::jsonb)`,
    [
      signUp.id,
      world.target.companyId,
      JSON.stringify([{ id: 11, name: 'Иваново, Лесная, 1', type: 'SoftwareIntercom' }]),
    ],
  );
  await world.move(signUp, 'provisioning', 'matched');
  await world.settled();
  const [deal] = await world.dealsOf(signUp);
  const rows = await world.call<{ productRows: { productId: number; price: number }[] }>(
    'crm.item.productrow.list',
    {
      filter: { '=ownerType': 'D', '=ownerId': deal?.id },
    },
  );
  const product = products.find(({ xmlId }) => xmlId === 'domovoy-service-11');
  expect(rows.productRows).toEqual([expect.objectContaining({ productId: product?.id, price: 60 })]);
});

test('a preview tells every call of a sign-up that there is, and makes none', async () => {
  await world.mapping({});
  await world.settled();
  const signUp = await world.signUp({ flat: '77' });
  await world.settled();
  const before = await world.control<{ methods: Record<string, number> }>('GET', '/bitrix24/usage');
  const previewed = await previewMapping(world.store, {
    ...world.target,
    signUpId: signUp.id,
    mapping: { deal: { title: 'Кв. {{flat}}' } },
  });
  expect(previewed).toMatchObject({
    kind: 'preview',
    problems: [],
    calls: expect.arrayContaining([
      expect.objectContaining({
        method: 'crm.item.add',
        params: expect.objectContaining({
          fields: expect.objectContaining({ title: 'Кв. 77', stageId: 'NEW' }),
        }),
      }),
    ]),
  });
  const after = await world.control<{ methods: Record<string, number> }>('GET', '/bitrix24/usage');
  expect(after.methods).toEqual(before.methods);
});
