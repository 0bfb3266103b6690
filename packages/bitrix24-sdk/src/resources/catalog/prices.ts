import { Bitrix24Price, Bitrix24PriceType } from '@domovoy/models';
import { z } from 'zod';
import { createDictionary, createList } from '../list-method.ts';
import { createMethod, type ResourceContext } from '../method.ts';
import { Amount, Id, listParams } from '../params.ts';

const Currency = z.string().regex(/^[A-Z]{3}$/, 'expected three capital letters');
const price = z.looseObject({ price: Bitrix24Price }).transform((result) => result.price);
const money = { catalogGroupId: Id, price: Amount, currency: Currency };

/**
 * What products cost (facts §7.6). `catalogGroupId` is a price type; deals take that with `base`. Web hook or
 * application, scope `catalog`, the right to change prices.
 */
export const prices = (context: ResourceContext) => ({
  /** One per product and price type: look before you add. */
  add: createMethod(context, {
    operation: 'prices.add',
    method: 'catalog.price.add',
    params: z.strictObject({ productId: Id, ...money }),
    wire: (fields) => ({ fields }),
    answer: price,
  }),

  update: createMethod(context, {
    operation: 'prices.update',
    method: 'catalog.price.update',
    params: z.strictObject({ id: Id, ...z.strictObject(money).partial().shape }),
    wire: ({ id, ...fields }) => ({ id, fields }),
    answer: price,
    effect: 'repeatable',
  }),

  ...createList(context, {
    operation: 'prices.list',
    method: 'catalog.price.list',
    params: z.strictObject(listParams),
    row: Bitrix24Price,
    rowsAt: 'prices',
    idField: 'id',
  }),

  types: createDictionary(context, {
    operation: 'prices.types',
    method: 'catalog.priceType.list',
    params: z.strictObject({}),
    row: Bitrix24PriceType,
    rowsAt: 'priceTypes',
    idField: 'id',
  }),
});
