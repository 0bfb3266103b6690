import type { Call, PortalMethod } from '../../portal-method.ts';
import { drop, put } from '../../state/change.ts';
import { isAdmin } from '../../system/users.ts';
import {
  listParam,
  recordParam,
  requiredInt,
  requiredRecord,
  textParam,
  toInt,
} from '../../transport/params.ts';
import { isoTime } from '../../transport/portal-time.ts';
import {
  CATALOG,
  catalogError,
  PRICES,
  PRODUCTS,
  type Product,
  pricesOf,
  productMissing,
} from './catalog.ts';
import { catalogList } from './catalog-list.ts';

const PRODUCT_TYPES = {
  id: 'integer',
  iblockId: 'integer',
  name: 'string',
  xmlId: 'string',
  active: 'string',
  sort: 'integer',
  timestampX: 'datetime',
};
const PLAIN = new Set(['id', 'iblockId', 'name', 'xmlId', 'active', 'sort']);

/** Products (facts §7.6). */
export const CATALOG_METHODS: readonly PortalMethod[] = [
  {
    name: 'catalog.catalog.list',
    scope: 'catalog',
    run: () => ({
      result: {
        catalogs: [
          {
            iblockId: CATALOG.iblockId,
            iblockTypeId: 'CRM_PRODUCT_CATALOG',
            id: CATALOG.iblockId,
            lid: 's1',
            name: CATALOG.name,
            productIblockId: null,
            skuPropertyId: null,
            subscription: 'N',
            vatId: null,
            yandexExport: 'N',
          },
        ],
      },
      total: 1,
    }),
  },
  { name: 'catalog.product.add', scope: 'catalog', run: addProduct },
  {
    name: 'catalog.product.update',
    scope: 'catalog',
    run(call) {
      const before = requireProduct(call);
      const after = productFrom(call, before, requiredRecord(call.params, 'fields'));
      call.context.save([put(PRODUCTS, after.id, after)]);
      return { result: { element: productWire(after) } };
    },
  },
  {
    name: 'catalog.product.get',
    scope: 'catalog',
    run: (call) => ({ result: { product: productWire(requireProduct(call)) } }),
  },
  {
    name: 'catalog.product.delete',
    scope: 'catalog',
    run(call) {
      const { id } = requireProduct(call);
      const prices = pricesOf(call.context.state, id).map((price) => drop(PRICES, price.id));
      call.context.save([drop(PRODUCTS, id), ...prices]);
      return { result: true };
    },
  },
  {
    name: 'catalog.product.list',
    scope: 'catalog',
    run(call) {
      const select = listParam(call.params, 'select').map(String);
      const filter = recordParam(call.params, 'filter');
      if (
        toInt(filter['iblockId'] ?? filter['=iblockId']) === 0 ||
        !select.includes('id') ||
        !select.includes('iblockId')
      )
        throw catalogError(
          '200040300040',
          'Required select fields: id, iblockId. Required filter fields: iblockId',
        );
      const rows = call.context.state.rows(PRODUCTS);
      return catalogList(call, { key: 'products', rows, types: PRODUCT_TYPES, wire: productWire });
    },
  },
];

function addProduct(call: Call) {
  const given = requiredRecord(call.params, 'fields');
  const iblockId = toInt(given['iblockId']);
  const name = textParam(given, 'name') ?? '';
  if (iblockId === 0 || name === '')
    throw catalogError('100', `Required fields: ${iblockId === 0 ? 'iblockId' : 'name'}`);
  const { state } = call.context;
  if (iblockId !== CATALOG.iblockId || !isAdmin(state, call.caller.userId))
    throw catalogError('200040300010', 'Access Denied');
  const blank: Product = {
    id: state.takeId(PRODUCTS),
    iblockId,
    name,
    xmlId: '',
    active: 'Y',
    sort: 500,
    createdBy: call.caller.userId,
    dateCreate: isoTime(call.atMs),
    timestampX: isoTime(call.atMs),
    more: {},
  };
  const product = productFrom(call, blank, given);
  // Without an external code the id is it.
  const whole = product.xmlId === '' ? { ...product, xmlId: String(product.id) } : product;
  call.context.save([put(PRODUCTS, whole.id, whole)]);
  return { result: { element: productWire(whole) } };
}

function productFrom({ atMs }: Call, before: Product, given: Readonly<Record<string, unknown>>): Product {
  const more = Object.fromEntries(Object.entries(given).filter(([name]) => !PLAIN.has(name)));
  return {
    ...before,
    name: textParam(given, 'name') ?? before.name,
    xmlId: textParam(given, 'xmlId') ?? before.xmlId,
    active: 'active' in given ? (given['active'] === 'N' ? 'N' : 'Y') : before.active,
    sort: toInt(given['sort']) || before.sort,
    timestampX: isoTime(atMs),
    more: { ...before.more, ...more },
  };
}

function requireProduct({ params, context: { state } }: Call): Product {
  const found = state.rows(PRODUCTS).get(requiredInt(params, 'id'));
  if (!found) throw productMissing();
  return found;
}

const productWire = ({ more, ...product }: Product) => ({
  ...product,
  type: 1,
  available: 'Y',
  quantity: null,
  purchasingPrice: null,
  ...Object.fromEntries(
    Object.entries(more).map(([name, value]) => [
      name,
      name.startsWith('property') ? propertyWire(value) : moneyWire(name, value),
    ]),
  ),
});

/** A property tells which of its values it is; several are a list. */
function propertyWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(propertyWire);
  return typeof value === 'object' && value !== null ? value : { value, valueId: 1 };
}

const moneyWire = (name: string, value: unknown) =>
  name === 'purchasingPrice' && value !== null ? Number(value).toFixed(6) : value;
