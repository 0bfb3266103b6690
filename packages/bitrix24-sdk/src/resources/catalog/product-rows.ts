import { Bitrix24ProductRow } from '@domovoy/models';
import { z } from 'zod';
import { createList } from '../list-method.ts';
import { createMethod, type ResourceContext } from '../method.ts';
import { Amount, Id, Text, YesNo } from '../params.ts';

/** `D` deal, `L` lead, `Q` quote, `SI` invoice, `T416` an item of smart process 1046 (its number in hexadecimal). */
const OwnerType = z
  .string()
  .regex(/^(D|L|Q|SI|T[0-9a-f]+)$/, 'expected D, L, Q, SI or T and a hexadecimal number');
export const productRowOwnerOf = (entityTypeId: number) =>
  ({ 1: 'L', 2: 'D', 7: 'Q', 31: 'SI' })[entityTypeId] ?? `T${entityTypeId.toString(16)}`;

const Row = z.strictObject({
  productId: Id.optional(),
  /** Enough together with `price`, where the row has no product. */
  productName: Text.optional(),
  /** What the customer pays for one, of the deal's currency; with the tax when `taxIncluded`. */
  price: Amount,
  quantity: Amount.default(1),
  discountTypeId: z.union([z.literal(1), z.literal(2)]).optional(),
  discountRate: Amount.optional(),
  discountSum: Amount.optional(),
  taxRate: Amount.optional(),
  taxIncluded: YesNo.optional(),
  measureCode: z.int().optional(),
  sort: z.int().optional(),
});
const owner = { ownerType: OwnerType, ownerId: Id };

/** What a deal is about (facts §7.6). Web hook or application, scope `crm`. */
export const productRows = (context: ResourceContext) => ({
  /** Replaces all rows; the sum of the deal follows unless it is set by hand. Resolves with the rows. */
  set: createMethod(context, {
    operation: 'productRows.set',
    method: 'crm.item.productrow.set',
    params: z.strictObject({ ...owner, rows: z.array(Row) }),
    wire: ({ rows, ...of }) => ({ ...of, productRows: rows }),
    answer: z
      .looseObject({ productRows: z.array(Bitrix24ProductRow) })
      .transform((result) => result.productRows),
    effect: 'repeatable',
  }),

  /** One more row. */
  add: createMethod(context, {
    operation: 'productRows.add',
    method: 'crm.item.productrow.add',
    params: z.strictObject({ ...owner, row: Row }),
    wire: ({ row, ...of }) => ({ fields: { ...of, ...row } }),
    answer: z.looseObject({ productRow: Bitrix24ProductRow }).transform((result) => result.productRow),
  }),

  ...createList(context, {
    operation: 'productRows.list',
    method: 'crm.item.productrow.list',
    params: z.strictObject(owner),
    wire: ({ ownerType, ownerId }) => ({ filter: { '=ownerType': ownerType, '=ownerId': ownerId } }),
    row: Bitrix24ProductRow,
    rowsAt: 'productRows',
    idField: 'id',
  }),
});
