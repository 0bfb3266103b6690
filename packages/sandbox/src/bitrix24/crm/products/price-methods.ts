import type { Call, PortalMethod } from '../../portal-method.ts';
import { drop, put } from '../../state/change.ts';
import { isRecord, requiredInt, requiredRecord, textParam, toInt, toList } from '../../transport/params.ts';
import { isoTime } from '../../transport/portal-time.ts';
import {
  BASE_PRICE_TYPE,
  catalogError,
  PRICES,
  PRODUCTS,
  type Price,
  pricesOf,
  productMissing,
} from './catalog.ts';
import { catalogList } from './catalog-list.ts';

const PRICE_TYPES = {
  id: 'integer',
  productId: 'integer',
  catalogGroupId: 'integer',
  price: 'double',
  currency: 'string',
};

/** Prices of products (facts §7.6): one for each product and type. */
export const PRICE_METHODS: readonly PortalMethod[] = [
  {
    name: 'catalog.priceType.list',
    scope: 'catalog',
    run: () => ({
      result: { priceTypes: [{ id: BASE_PRICE_TYPE, name: 'BASE', base: 'Y', sort: 100, xmlId: 'BASE' }] },
      total: 1,
    }),
  },
  {
    name: 'catalog.price.list',
    scope: 'catalog',
    run: (call) =>
      catalogList(call, {
        key: 'prices',
        rows: call.context.state.rows(PRICES),
        types: PRICE_TYPES,
        wire: priceWire,
      }),
  },
  {
    name: 'catalog.price.get',
    scope: 'catalog',
    run: (call) => ({ result: { price: priceWire(requirePrice(call)) } }),
  },
  {
    name: 'catalog.price.add',
    scope: 'catalog',
    run(call) {
      const { state } = call.context;
      const given = requiredRecord(call.params, 'fields');
      const productId = toInt(given['productId']);
      if (!state.rows(PRODUCTS).get(productId)) throw productMissing();
      const catalogGroupId = toInt(given['catalogGroupId']) || BASE_PRICE_TYPE;
      if (pricesOf(state, productId).some((price) => price.catalogGroupId === catalogGroupId))
        throw catalogError('200040300020', 'A price of this type exists already');
      const price = priceFrom(call, { id: state.takeId(PRICES), productId, catalogGroupId }, given);
      call.context.save([put(PRICES, price.id, price)]);
      return { result: { price: priceWire(price) } };
    },
  },
  {
    name: 'catalog.price.update',
    scope: 'catalog',
    run(call) {
      const price = priceFrom(call, requirePrice(call), requiredRecord(call.params, 'fields'));
      call.context.save([put(PRICES, price.id, price)]);
      return { result: { price: priceWire(price) } };
    },
  },
  {
    name: 'catalog.price.delete',
    scope: 'catalog',
    run(call) {
      call.context.save([drop(PRICES, requirePrice(call).id)]);
      return { result: true };
    },
  },
  { name: 'catalog.price.modify', scope: 'catalog', run: modifyPrices },
];

/** All prices of a product at once: those that are named are there afterwards, the others are gone. */
function modifyPrices(call: Call) {
  const { state } = call.context;
  const { product } = requiredRecord(call.params, 'fields');
  const given = isRecord(product) ? product : {};
  const productId = toInt(given['id']);
  if (!state.rows(PRODUCTS).get(productId)) throw productMissing();
  const before = pricesOf(state, productId);
  const after = toList(given['prices'])
    .filter(isRecord)
    .map((fields) => {
      const catalogGroupId = toInt(fields['catalogGroupId']) || BASE_PRICE_TYPE;
      const known = before.find((price) => price.catalogGroupId === catalogGroupId);
      return priceFrom(call, known ?? { id: state.takeId(PRICES), productId, catalogGroupId }, fields);
    });
  const kept = new Set(after.map(({ id }) => id));
  call.context.save([
    ...before.filter(({ id }) => !kept.has(id)).map(({ id }) => drop(PRICES, id)),
    ...after.map((price) => put(PRICES, price.id, price)),
  ]);
  return { result: { prices: after.map(priceWire) } };
}

function priceFrom(
  { atMs }: Call,
  before: Pick<Price, 'id' | 'productId' | 'catalogGroupId'> & Partial<Price>,
  given: Readonly<Record<string, unknown>>,
): Price {
  return {
    ...before,
    price: 'price' in given ? Number(given['price']) || 0 : (before.price ?? 0),
    currency: textParam(given, 'currency') ?? before.currency ?? 'RUB',
    timestampX: isoTime(atMs),
  };
}

function requirePrice({ params, context: { state } }: Call): Price {
  const found = state.rows(PRICES).get(requiredInt(params, 'id'));
  if (!found) throw catalogError('200040300000', 'price does not exist.');
  return found;
}

const priceWire = (price: Price) => ({
  ...price,
  priceScale: price.price,
  extraId: null,
  quantityFrom: null,
  quantityTo: null,
});
