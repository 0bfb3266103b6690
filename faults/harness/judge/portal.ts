import type { CrmLoad, SentService } from '../crm/crm-load.ts';
import type { CrmStack } from '../crm/crm-stack.ts';
import type { Judgement } from '../rounds/judgement.ts';
import type { SentSignUp } from '../sign-ups/load.ts';

type Findings = Pick<Judgement, 'lost' | 'doubled'>;

/** Counts in the portal itself, past the hub: each person one contact, each sign-up one deal as it should be. */
export async function judgePortal(stack: CrmStack, load: CrmLoad): Promise<Findings> {
  const found: Findings = { lost: [], doubled: [] };
  const phones = new Set(load.signUps.map(({ phone }) => phone));
  await Promise.all([
    ...[...phones].map((phone) => judgeContact(stack, phone, found)),
    ...load.signUps.map((signUp) => judgeDeal(stack, signUp, found)),
    ...[...load.services.values()].map((service) => judgeProduct(stack, service, found)),
    judgeFields(stack, load.fields, found),
  ]);
  return found;
}

function counted(found: Findings, what: string, count: number, wanted: number): void {
  if (count < wanted) found.lost.push(`${what}: ${count} of ${wanted} in the portal`);
  if (count > wanted) found.doubled.push(`${what}: ${count} of ${wanted} in the portal`);
}

async function judgeContact({ call }: CrmStack, phone: string, found: Findings): Promise<void> {
  const { CONTACT = [] } = await call<{ CONTACT?: number[] }>('crm.duplicate.findbycomm', {
    type: 'PHONE',
    values: [`+${phone}`, phone, `8${phone.slice(1)}`, phone.slice(1)],
    entity_type: 'CONTACT',
  });
  counted(found, `contacts of ${phone}`, CONTACT.length, 1);
}

const STAGES = { completed: 'WON', rejected: 'LOSE' } as const;
/** The first words of the comments that a sign-up has in the end. */
const TOLD = { completed: ['Заявка', 'Подключено'], rejected: ['Заявка', 'Отказано'] } as const;

async function judgeDeal({ call }: CrmStack, signUp: SentSignUp, found: Findings): Promise<void> {
  const { uid, ends, services } = signUp;
  const { items } = await call<{ items: { id: number; stageId: string }[] }>('crm.item.list', {
    entityTypeId: 2,
    filter: { '=originId': `sign-up-${uid}` },
  });
  counted(found, `deals of ${uid}`, items.length, 1);
  for (const { id, stageId } of items) {
    if (stageId !== STAGES[ends]) found.lost.push(`deal ${id} of ${uid} is at ${stageId}`);
    const [comments, { productRows }] = await Promise.all([
      call<{ COMMENT: string }[]>('crm.timeline.comment.list', {
        filter: { ENTITY_ID: id, ENTITY_TYPE: 'deal' },
      }),
      call<{ productRows: unknown[] }>('crm.item.productrow.list', {
        filter: { '=ownerType': 'D', '=ownerId': id },
      }),
    ]);
    for (const words of TOLD[ends]) {
      const count = comments.filter(({ COMMENT }) => COMMENT.startsWith(words)).length;
      counted(found, `comments "${words}" of deal ${id}`, count, 1);
    }
    // What was refused may have been planned before.
    if (ends === 'completed') counted(found, `product rows of deal ${id}`, productRows.length, services);
  }
}

async function judgeProduct({ call }: CrmStack, service: SentService, found: Findings): Promise<void> {
  const { id, name, price } = service;
  const { catalogs } = await call<{ catalogs: { iblockId: number; productIblockId: number | null }[] }>(
    'catalog.catalog.list',
    {},
  );
  const iblockId = catalogs.find(({ productIblockId }) => productIblockId === null)?.iblockId;
  const { products } = await call<{ products: { id: number; name: string }[] }>('catalog.product.list', {
    select: ['id', 'iblockId', 'name', 'xmlId'],
    filter: { iblockId, '=xmlId': `domovoy-service-${id}` },
  });
  counted(found, `products of service ${id}`, products.length, 1);
  for (const product of products) {
    if (product.name !== name) found.lost.push(`the product of service ${id} is called ${product.name}`);
    const { prices } = await call<{ prices: { price: number | string }[] }>('catalog.price.list', {
      filter: { productId: product.id },
    });
    counted(found, `prices of service ${id}`, prices.length, 1);
    for (const one of prices)
      if (Number(one.price) !== Number(price)) found.lost.push(`service ${id} costs ${one.price}`);
  }
}

async function judgeFields({ call }: CrmStack, fields: readonly string[], found: Findings): Promise<void> {
  if (fields.length === 0) return;
  const there = await call<{ FIELD_NAME: string }[]>('crm.contact.userfield.list', {});
  for (const field of fields) {
    const count = there.filter(({ FIELD_NAME }) => FIELD_NAME === field).length;
    counted(found, `user fields ${field}`, count, 1);
  }
}
