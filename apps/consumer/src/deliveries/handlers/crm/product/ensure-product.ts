import { type ProductWanted, productOrigin } from '@domovoy/domain';
import type { CrmWork } from '../crm-work.ts';

/** The product of a service in the catalogue that deals sell from: the one that there is, kept in step, or a new one. */
export async function ensureProduct(
  work: CrmWork,
  { serviceId, productId, wanted }: { serviceId: bigint; productId: number | null; wanted: ProductWanted },
): Promise<number> {
  const { portal, call } = work;
  const xmlId = productOrigin(serviceId);
  const iblockId = await mainCatalogue(work);
  const fields = { name: wanted.name, active: wanted.isActive, xmlId };
  const known =
    (productId === null ? null : await findProduct(work, iblockId, { id: productId })) ??
    (await findProduct(work, iblockId, { '=xmlId': xmlId }));
  const { id } =
    known === null
      ? await portal.products.add({ iblockId, fields }, call)
      : await portal.products.update({ id: known, fields }, call);
  if (wanted.price !== null) await ensurePrice(work, id, wanted.price);
  return id;
}

/** Variations are in another one, which names this one. */
async function mainCatalogue({ portal, call }: CrmWork): Promise<number> {
  const catalogues = await portal.catalogs.list({}, call);
  const main = catalogues.find(({ productIblockId }) => productIblockId === null) ?? catalogues[0];
  if (main === undefined) throw new TypeError('a portal with the scope of the catalogue has one');
  return main.iblockId;
}

async function findProduct(
  { portal, call }: CrmWork,
  iblockId: number,
  filter: Readonly<Record<string, string | number>>,
): Promise<number | null> {
  const { rows } = await portal.products.list({ iblockId, filter, order: { id: 'ASC' } }, call);
  return rows[0]?.id ?? null;
}

/** The price that deals take; a product has one of a type, and a second one is refused. */
async function ensurePrice(
  { portal, call, mapping }: CrmWork,
  productId: number,
  price: string,
): Promise<void> {
  const types = await portal.prices.types({}, call);
  const base = types.find((type) => type.base) ?? types[0];
  if (base === undefined) return;
  const catalogGroupId = base.id;
  const { rows } = await portal.prices.list({ filter: { productId, catalogGroupId } }, call);
  const [known] = rows;
  const { currency } = mapping;
  if (known === undefined) await portal.prices.add({ productId, catalogGroupId, price, currency }, call);
  else if (Number(known.price) !== Number(price) || known.currency !== currency)
    await portal.prices.update({ id: known.id, price, currency }, call);
}
