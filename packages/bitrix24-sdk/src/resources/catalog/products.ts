import { Bitrix24Catalog, Bitrix24Product } from '@domovoy/models';
import { z } from 'zod';
import { createDictionary, createList } from '../list-method.ts';
import { createMethod, type ResourceContext } from '../method.ts';
import { Nothing } from '../nothing.ts';
import { Id, listParams, Text, YesNo } from '../params.ts';

/** Catalogues of the portal (facts §7.6). Web hook or application, scope `catalog`, an administrator. */
export const catalogs = (context: ResourceContext) => ({
  /** The one that CRM sells from has `productIblockId: null`. */
  list: createDictionary(context, {
    operation: 'catalogs.list',
    method: 'catalog.catalog.list',
    params: z.strictObject({}),
    row: Bitrix24Catalog,
    rowsAt: 'catalogs',
    idField: 'iblockId',
  }),
});

const fields = z
  .looseObject({
    name: Text.optional(),
    /** Planted, to find the product again. */
    xmlId: Text.optional(),
    active: YesNo.optional(),
    measure: Id.optional(),
  })
  .catchall(z.unknown());
const element = z.looseObject({ element: Bitrix24Product }).transform((result) => result.element);
/** The portal refuses a list that does not say both. */
const ALWAYS = ['id', 'iblockId'];

/**
 * Products (facts §7.6). Web hook or application, scope `catalog`, an administrator; without that scope there is
 * `crmProducts`. Errors have numbers for a name: ApiError with `apiCode` "200040300010" and the like is a lack of rights.
 */
export const products = (context: ResourceContext) => ({
  add: createMethod(context, {
    operation: 'products.add',
    method: 'catalog.product.add',
    params: z.strictObject({ iblockId: Id, fields: fields.required({ name: true }) }),
    wire: ({ iblockId, fields: given }) => ({ fields: { ...given, iblockId } }),
    answer: element,
  }),

  update: createMethod(context, {
    operation: 'products.update',
    method: 'catalog.product.update',
    params: z.strictObject({ id: Id, fields }),
    answer: element,
    effect: 'repeatable',
  }),

  get: createMethod(context, {
    operation: 'products.get',
    method: 'catalog.product.get',
    params: z.strictObject({ id: Id }),
    answer: z.looseObject({ product: Bitrix24Product }).transform((result) => result.product),
  }),

  delete: createMethod(context, {
    operation: 'products.delete',
    method: 'catalog.product.delete',
    params: z.strictObject({ id: Id }),
    answer: Nothing,
    effect: 'repeatable',
  }),

  ...createList(context, {
    operation: 'products.list',
    method: 'catalog.product.list',
    params: z.strictObject({ iblockId: Id, ...listParams }),
    wire: ({ iblockId, select = ['name', 'xmlId', 'active'], filter, order }) => ({
      select: [...new Set([...ALWAYS, ...select])],
      filter: { ...filter, iblockId },
      order,
    }),
    row: Bitrix24Product,
    rowsAt: 'products',
    idField: 'id',
  }),
});
