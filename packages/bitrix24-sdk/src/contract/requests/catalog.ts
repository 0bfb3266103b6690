import type { Row } from './row.ts';

export const CATALOG: Row[] = [
  [
    'productRows.set',
    { ownerType: 'D', ownerId: 7, rows: [{ productName: 'Домофон', price: '99.50', taxIncluded: true }] },
    [
      'crm.item.productrow.set',
      {
        ownerType: 'D',
        ownerId: 7,
        productRows: [{ productName: 'Домофон', price: '99.50', quantity: 1, taxIncluded: 'Y' }],
      },
    ],
    { productRows: [{ id: 1, price: 99.5 }] },
    [{ id: 1, price: '99.5' }],
  ],
  [
    'productRows.add',
    { ownerType: 'T416', ownerId: 7, row: { productId: 8, price: 1, quantity: 2 } },
    [
      'crm.item.productrow.add',
      { fields: { ownerType: 'T416', ownerId: 7, productId: 8, price: 1, quantity: 2 } },
    ],
    { productRow: { id: 1, productId: 8 } },
    { id: 1, productId: 8 },
  ],
  [
    'productRows.list',
    { ownerType: 'D', ownerId: 7 },
    ['crm.item.productrow.list', { filter: { '=ownerType': 'D', '=ownerId': 7 } }],
    { productRows: [{ id: 1 }] },
    { rows: [{ id: 1 }] },
  ],
  [
    'catalogs.list',
    {},
    ['catalog.catalog.list', { start: 0 }],
    { catalogs: [{ iblockId: 23, productIblockId: null }] },
    [{ iblockId: 23, productIblockId: null }],
  ],
  [
    'products.add',
    { iblockId: 23, fields: { name: 'Домофон', xmlId: 'service-7', active: true, property258: 'x' } },
    [
      'catalog.product.add',
      { fields: { name: 'Домофон', xmlId: 'service-7', active: 'Y', property258: 'x', iblockId: 23 } },
    ],
    { element: { id: 8, name: 'Домофон' } },
    { id: 8, name: 'Домофон' },
  ],
  [
    'products.update',
    { id: 8, fields: { active: false } },
    ['catalog.product.update', { id: 8, fields: { active: 'N' } }],
    { element: { id: 8 } },
    { id: 8 },
  ],
  ['products.get', { id: 8 }, ['catalog.product.get', { id: 8 }], { product: { id: 8 } }, { id: 8 }],
  ['products.delete', { id: 8 }, ['catalog.product.delete', { id: 8 }], true, undefined],
  [
    'products.list',
    { iblockId: 23, filter: { xmlId: 'service-7' } },
    [
      'catalog.product.list',
      { select: ['id', 'iblockId', 'name', 'xmlId', 'active'], filter: { xmlId: 'service-7', iblockId: 23 } },
    ],
    { products: [{ id: 8, iblockId: 23, active: 'Y' }] },
    { rows: [{ id: 8, iblockId: 23, active: true }] },
  ],
  [
    'prices.add',
    { productId: 8, catalogGroupId: 1, price: '99.5', currency: 'RUB' },
    ['catalog.price.add', { fields: { productId: 8, catalogGroupId: 1, price: '99.5', currency: 'RUB' } }],
    { price: { id: 1, productId: 8, catalogGroupId: 1, price: 99.5 } },
    { id: 1, productId: 8, catalogGroupId: 1, price: '99.5' },
  ],
  [
    'prices.update',
    { id: 1, price: 100, currency: 'RUB' },
    ['catalog.price.update', { id: 1, fields: { price: 100, currency: 'RUB' } }],
    { price: { id: 1, productId: 8, catalogGroupId: 1 } },
    { id: 1, productId: 8, catalogGroupId: 1 },
  ],
  [
    'prices.list',
    { filter: { '@productId': [8] } },
    ['catalog.price.list', { filter: { '@productId': [8] } }],
    { prices: [{ id: 1, productId: 8, catalogGroupId: 1 }] },
    { rows: [{ id: 1, productId: 8, catalogGroupId: 1 }] },
  ],
  [
    'prices.types',
    {},
    ['catalog.priceType.list', { start: 0 }],
    { priceTypes: [{ id: 1, base: 'Y' }] },
    [{ id: 1, base: true }],
  ],
  [
    'crmProducts.add',
    { name: 'Домофон', price: 99, currencyId: 'RUB', xmlId: 'service-7', active: true },
    [
      'crm.product.add',
      { fields: { NAME: 'Домофон', PRICE: 99, CURRENCY_ID: 'RUB', XML_ID: 'service-7', ACTIVE: 'Y' } },
    ],
    8,
    8,
  ],
  [
    'crmProducts.update',
    { id: 8, price: 100 },
    ['crm.product.update', { id: 8, fields: { PRICE: 100 } }],
    true,
    undefined,
  ],
  [
    'crmProducts.list',
    { filter: { XML_ID: 'service-7' } },
    ['crm.product.list', { filter: { XML_ID: 'service-7' } }],
    [{ ID: '8', PRICE: '99.00' }],
    { rows: [{ ID: 8, PRICE: '99.00' }] },
  ],
];
