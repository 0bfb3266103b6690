import { Bitrix24CrmProduct } from '@domovoy/models';
import { z } from 'zod';
import { createList } from '../list-method.ts';
import { createMethod, type ResourceContext } from '../method.ts';
import { CreatedId, Nothing } from '../nothing.ts';
import { Amount, Id, listParams, Text, YesNo } from '../params.ts';

const fields = {
  name: Text,
  price: Amount.optional(),
  currencyId: Text.optional(),
  xmlId: Text.optional(),
  active: YesNo.optional(),
};
const Changed = z.strictObject({ ...fields, name: Text.optional() });
const wire = (given: z.output<typeof Changed>) => ({
  ...(given.name !== undefined && { NAME: given.name }),
  ...(given.price !== undefined && { PRICE: given.price }),
  ...(given.currencyId !== undefined && { CURRENCY_ID: given.currencyId }),
  ...(given.xmlId !== undefined && { XML_ID: given.xmlId }),
  ...(given.active !== undefined && { ACTIVE: given.active }),
});

/**
 * The older way to products, deprecated, for whoever has the scope `crm` and not `catalog`: name and base price in one
 * call, in the main catalogue (facts §7.6).
 */
export const crmProducts = (context: ResourceContext) => ({
  add: createMethod(context, {
    operation: 'crmProducts.add',
    method: 'crm.product.add',
    params: z.strictObject(fields),
    wire: (given) => ({ fields: wire(given) }),
    answer: CreatedId,
  }),

  update: createMethod(context, {
    operation: 'crmProducts.update',
    method: 'crm.product.update',
    params: Changed.extend({ id: Id }),
    wire: ({ id, ...given }) => ({ id, fields: wire(given) }),
    answer: Nothing,
    effect: 'repeatable',
  }),

  ...createList(context, {
    operation: 'crmProducts.list',
    method: 'crm.product.list',
    params: z.strictObject(listParams),
    row: Bitrix24CrmProduct,
  }),
});
