import type { Call, PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { type Change, drop, put } from '../../state/change.ts';
import type { KeptTables } from '../../state/kept-tables.ts';
import { pageOf } from '../../transport/page-of.ts';
import { param, recordParam, requiredRecord, textParam, toInt, toList } from '../../transport/params.ts';
import { isoTime } from '../../transport/portal-time.ts';
import { BASE_PRICE_TYPE, CATALOG, PRICES, PRODUCTS, type Price, type Product, pricesOf } from './catalog.ts';

/** The same products for webhooks that have no scope `catalog`: deprecated, and with a price of their own (facts §7.6). */
export const CLASSIC_PRODUCTS: readonly PortalMethod[] = [
  {
    name: 'crm.product.add',
    scope: 'crm',
    run(call) {
      const given = requiredRecord(call.params, 'fields');
      const name = textParam(given, 'NAME') ?? '';
      if (name === '') throw new RestError(400, '', 'Не указано название.');
      const id = call.context.state.takeId(PRODUCTS);
      const now = isoTime(call.atMs);
      const blank: Product = {
        id,
        iblockId: CATALOG.iblockId,
        name,
        xmlId: String(id),
        active: 'Y',
        sort: 500,
        createdBy: call.caller.userId,
        dateCreate: now,
        timestampX: now,
        more: {},
      };
      call.context.save(changesOf(call, blank, given));
      return { result: id };
    },
  },
  {
    name: 'crm.product.update',
    scope: 'crm',
    run(call) {
      call.context.save(changesOf(call, requireProduct(call), requiredRecord(call.params, 'fields')));
      return { result: true };
    },
  },
  {
    name: 'crm.product.get',
    scope: 'crm',
    run: (call) => ({ result: productWire(call.context.state, requireProduct(call)) }),
  },
  {
    name: 'crm.product.delete',
    scope: 'crm',
    run(call) {
      const { id } = requireProduct(call);
      const prices = pricesOf(call.context.state, id).map((price) => drop(PRICES, price.id));
      call.context.save([drop(PRODUCTS, id), ...prices]);
      return { result: true };
    },
  },
  {
    name: 'crm.product.list',
    scope: 'crm',
    run({ params, context: { state } }) {
      const filter = recordParam(params, 'filter');
      const all = state.rows(PRODUCTS);
      const found = all.ids.flatMap((id) => all.get(id) ?? []).filter((product) => fits(product, filter));
      const { rows, counts } = pageOf(found, params);
      return { result: rows.map((product) => productWire(state, product)), ...counts };
    },
  },
];

function changesOf(
  { atMs, context: { state } }: Call,
  before: Product,
  given: Readonly<Record<string, unknown>>,
): Change[] {
  const product: Product = {
    ...before,
    name: textParam(given, 'NAME') ?? before.name,
    xmlId: textParam(given, 'XML_ID') ?? before.xmlId,
    active: 'ACTIVE' in given ? (given['ACTIVE'] === 'N' ? 'N' : 'Y') : before.active,
    timestampX: isoTime(atMs),
    more: 'DESCRIPTION' in given ? { ...before.more, detailText: given['DESCRIPTION'] } : before.more,
  };
  const changes = [put(PRODUCTS, product.id, product)];
  if (!('PRICE' in given)) return changes;
  const known = basePriceOf(state, product.id);
  const price: Price = {
    id: known?.id ?? state.takeId(PRICES),
    productId: product.id,
    catalogGroupId: BASE_PRICE_TYPE,
    price: Number(given['PRICE']) || 0,
    currency: textParam(given, 'CURRENCY_ID') ?? known?.currency ?? 'RUB',
    timestampX: isoTime(atMs),
  };
  return [...changes, put(PRICES, price.id, price)];
}

const basePriceOf = (state: KeptTables, productId: number): Price | undefined =>
  pricesOf(state, productId).find(({ catalogGroupId }) => catalogGroupId === BASE_PRICE_TYPE);

function requireProduct({ params, context: { state } }: Call): Product {
  const found = state.rows(PRODUCTS).get(toInt(param(params, 'id')));
  if (!found) throw new RestError(400, '', 'Product is not found');
  return found;
}

function fits({ id, name, xmlId, active }: Product, filter: Readonly<Record<string, unknown>>): boolean {
  const is = (field: string, value: string) => {
    const wanted = filter[field] ?? filter[`=${field}`] ?? filter[`@${field}`];
    return wanted === undefined || toList(wanted).map(String).includes(value);
  };
  const after = filter['>ID'];
  return (
    is('ID', String(id)) &&
    is('NAME', name) &&
    is('XML_ID', xmlId) &&
    is('ACTIVE', active) &&
    (after === undefined || id > toInt(after))
  );
}

function productWire(state: KeptTables, { id, name, xmlId, active, sort, timestampX, more }: Product) {
  const price = basePriceOf(state, id);
  return {
    ID: String(id),
    NAME: name,
    XML_ID: xmlId,
    ACTIVE: active,
    SORT: String(sort),
    PRICE: price ? price.price.toFixed(2) : null,
    CURRENCY_ID: price?.currency ?? null,
    CATALOG_ID: String(CATALOG.iblockId),
    DESCRIPTION: more['detailText'] ?? null,
    TIMESTAMP_X: timestampX,
  };
}
