import type { Call, PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { pageOf } from '../../transport/page-of.ts';
import {
  isRecord,
  listParam,
  param,
  recordParam,
  requiredInt,
  requiredRecord,
  requiredText,
  toInt,
  toText,
} from '../../transport/params.ts';
import { DEAL } from '../entity-types.ts';
import type { ItemRow } from '../items/item-row.ts';
import {
  decodeProductRow,
  entityTypeOfOwner,
  ownerChanges,
  PRODUCT_ROWS,
  type ProductRow,
  productRowsOf,
  productRowWire,
  requireOwnerOf,
} from './product-rows.ts';

/** Product rows of deals (facts §7.6). */
export const PRODUCT_ROW_METHODS: readonly PortalMethod[] = [
  {
    name: 'crm.item.productrow.set',
    scope: 'crm',
    run(call) {
      const entityTypeId = entityTypeOfOwner(requiredText(call.params, 'ownerType'));
      const rows = setRows(
        call,
        entityTypeId,
        requiredInt(call.params, 'ownerId'),
        listParam(call.params, 'productRows'),
      );
      return { result: { productRows: rows.map(productRowWire) } };
    },
  },
  { name: 'crm.item.productrow.add', scope: 'crm', run: addRow },
  {
    name: 'crm.item.productrow.update',
    scope: 'crm',
    run(call) {
      const before = requireProductRow(call);
      const after = { ...before, ...decodeProductRow(requiredRecord(call.params, 'fields'), before) };
      const others = productRowsOf(call.context.state, before.entityTypeId, before.ownerId);
      save(
        call,
        before.entityTypeId,
        before.ownerId,
        others.map((row) => (row.id === after.id ? after : row)),
      );
      return { result: { productRow: productRowWire(after) } };
    },
  },
  {
    name: 'crm.item.productrow.get',
    scope: 'crm',
    run: (call) => ({ result: { productRow: productRowWire(requireProductRow(call)) } }),
  },
  {
    name: 'crm.item.productrow.delete',
    scope: 'crm',
    run(call) {
      const { id, entityTypeId, ownerId } = requireProductRow(call);
      const rows = productRowsOf(call.context.state, entityTypeId, ownerId);
      save(
        call,
        entityTypeId,
        ownerId,
        rows.filter((row) => row.id !== id),
      );
      return { result: null };
    },
  },
  {
    name: 'crm.item.productrow.list',
    scope: 'crm',
    run({ params, context: { state } }) {
      const filter = recordParam(params, 'filter');
      const ownerType = toText(filter['=ownerType'] ?? filter['ownerType']);
      const ownerId = toInt(filter['=ownerId'] ?? filter['ownerId']);
      const { rows, counts } = pageOf(productRowsOf(state, entityTypeOfOwner(ownerType), ownerId), params);
      return { result: { productRows: rows.map(productRowWire) }, ...counts };
    },
  },
  {
    name: 'crm.deal.productrows.set',
    scope: 'crm',
    run(call) {
      setRows(call, DEAL, toInt(param(call.params, 'id')), listParam(call.params, 'rows'));
      return { result: true };
    },
  },
  {
    name: 'crm.deal.productrows.get',
    scope: 'crm',
    run: ({ params, context: { state } }) => ({
      result: productRowsOf(state, DEAL, toInt(param(params, 'id'))).map(classicWire),
    }),
  },
];

/** All rows of an owner, instead of those that it has. */
function setRows(call: Call, entityTypeId: number, ownerId: number, given: readonly unknown[]): ProductRow[] {
  const { state } = call.context;
  const rows = given.filter(isRecord).map((fields, index): ProductRow => {
    const decoded = decodeProductRow({ sort: (index + 1) * 10, ...fields });
    return { id: state.takeId(PRODUCT_ROWS), entityTypeId, ownerId, ...decoded };
  });
  save(call, entityTypeId, ownerId, rows);
  return rows;
}

function addRow(call: Call) {
  const { state } = call.context;
  const fields = requiredRecord(call.params, 'fields');
  const entityTypeId = entityTypeOfOwner(requiredText(fields, 'ownerType'));
  const ownerId = requiredInt(fields, 'ownerId');
  const row: ProductRow = {
    id: state.takeId(PRODUCT_ROWS),
    entityTypeId,
    ownerId,
    ...decodeProductRow(fields),
  };
  save(call, entityTypeId, ownerId, [...productRowsOf(state, entityTypeId, ownerId), row]);
  return { result: { productRow: productRowWire(row) } };
}

function save(call: Call, entityTypeId: number, ownerId: number, rows: readonly ProductRow[]): void {
  const { state } = call.context;
  const owner: ItemRow = requireOwnerOf(state, entityTypeId, ownerId);
  call.context.save(
    ownerChanges(state, owner, entityTypeId, rows),
    [{ of: 'item', entityTypeId, id: ownerId, what: 'updated' }],
    call,
  );
}

function requireProductRow({ params, context: { state } }: Call): ProductRow {
  const found = state.rows(PRODUCT_ROWS).get(requiredInt(params, 'id'));
  if (!found) throw new RestError(400, 'NOT_FOUND', 'The product row was not found');
  return found;
}

const classicWire = (row: ProductRow) => ({
  ID: String(row.id),
  OWNER_ID: String(row.ownerId),
  OWNER_TYPE: 'D',
  PRODUCT_ID: row.productId,
  PRODUCT_NAME: row.productName,
  PRICE: row.price,
  QUANTITY: row.quantity,
  DISCOUNT_TYPE_ID: row.discountTypeId,
  TAX_RATE: row.taxRate,
  TAX_INCLUDED: row.taxIncluded,
  MEASURE_CODE: String(row.measureCode),
  SORT: row.sort,
});
