import { RestError } from '../../rest-error.ts';
import { type Change, drop, put } from '../../state/change.ts';
import type { KeptTables } from '../../state/kept-tables.ts';
import { defineTable } from '../../state/table.ts';
import { param, toInt, toText } from '../../transport/params.ts';
import { DEAL, LEAD } from '../entity-types.ts';
import { type ItemRow, itemsOf, itemTable } from '../items/item-row.ts';

/** What is sold with a deal. */
export interface ProductRow {
  id: number;
  entityTypeId: number;
  ownerId: number;
  /** 0: only the name is known. */
  productId: number;
  productName: string;
  price: number;
  quantity: number;
  discountTypeId: number;
  discountRate: number;
  discountSum: number;
  taxRate: number | null;
  taxIncluded: 'Y' | 'N';
  measureCode: number;
  sort: number;
}

const ownerKey = (entityTypeId: number, ownerId: number) => `${entityTypeId} ${ownerId}`;

export const PRODUCT_ROWS = defineTable<ProductRow>('product-rows', {
  owner: ({ entityTypeId, ownerId }) => [ownerKey(entityTypeId, ownerId)],
});

export function productRowsOf(state: KeptTables, entityTypeId: number, ownerId: number): ProductRow[] {
  const rows = state.rows(PRODUCT_ROWS);
  return rows
    .idsBy('owner', ownerKey(entityTypeId, ownerId))
    .flatMap((id) => rows.get(id) ?? [])
    .toSorted((a, b) => a.sort - b.sort || a.id - b.id);
}

/** `D`, `L`, or `T` and the kind of a smart process in hexadecimal. */
function ownerTypeOf(entityTypeId: number): string {
  if (entityTypeId === DEAL) return 'D';
  return entityTypeId === LEAD ? 'L' : `T${entityTypeId.toString(16)}`;
}

export function entityTypeOfOwner(ownerType: string): number {
  if (ownerType === 'D') return DEAL;
  if (ownerType === 'L') return LEAD;
  const kind = /^T([0-9a-f]+)$/.exec(ownerType);
  if (!kind) throw new RestError(400, '100', 'Invalid value for ownerType');
  return Number.parseInt(kind[1] ?? '', 16);
}

export function requireOwnerOf(state: KeptTables, entityTypeId: number, ownerId: number): ItemRow {
  const owner = itemsOf(state, entityTypeId).get(ownerId);
  if (!owner) throw new RestError(400, 'OWNER_NOT_FOUND', 'Owner was not found');
  return owner;
}

/** In the spelling of `crm.item.productrow.*` or of the classic methods. */
export function decodeProductRow(given: Readonly<Record<string, unknown>>, before: Partial<ProductRow> = {}) {
  const value = (name: string, upper: string) => param(given, name) ?? param(given, upper);
  const number = (name: string, upper: string, known: number | undefined, otherwise: number) => {
    const wanted = value(name, upper);
    return wanted === undefined || wanted === null || wanted === ''
      ? (known ?? otherwise)
      : Number(wanted) || 0;
  };
  const taxRate = value('taxRate', 'TAX_RATE');
  return {
    productId: toInt(value('productId', 'PRODUCT_ID')) || (before.productId ?? 0),
    productName: toText(value('productName', 'PRODUCT_NAME') ?? before.productName),
    price: number('price', 'PRICE', before.price, 0),
    quantity: number('quantity', 'QUANTITY', before.quantity, 1),
    discountTypeId: number('discountTypeId', 'DISCOUNT_TYPE_ID', before.discountTypeId, 2),
    discountRate: number('discountRate', 'DISCOUNT_RATE', before.discountRate, 0),
    discountSum: number('discountSum', 'DISCOUNT_SUM', before.discountSum, 0),
    taxRate: taxRate === undefined ? (before.taxRate ?? null) : taxRate === '' ? null : Number(taxRate),
    taxIncluded:
      (value('taxIncluded', 'TAX_INCLUDED') ?? before.taxIncluded) === 'Y' ? ('Y' as const) : ('N' as const),
    measureCode: number('measureCode', 'MEASURE_CODE', before.measureCode, 796),
    sort: number('sort', 'SORT', before.sort, 10),
  };
}

/** The rows of an owner as they are from now on, and the amount that follows from them. */
export function ownerChanges(
  state: KeptTables,
  owner: ItemRow,
  entityTypeId: number,
  rows: readonly ProductRow[],
): Change[] {
  const before = productRowsOf(state, entityTypeId, owner.id);
  const kept = new Set(rows.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => drop(PRODUCT_ROWS, id));
  const amount = Math.round(rows.reduce((sum, { price, quantity }) => sum + price * quantity, 0) * 100) / 100;
  const isCounted = owner['isManualOpportunity'] !== 'Y' && owner['opportunity'] !== amount;
  return [
    ...gone,
    ...rows.map((row) => put(PRODUCT_ROWS, row.id, row)),
    ...(isCounted ? [put(itemTable(entityTypeId), owner.id, { ...owner, opportunity: amount })] : []),
  ];
}

export const productRowWire = (row: ProductRow) => ({
  id: row.id,
  ownerId: row.ownerId,
  ownerType: ownerTypeOf(row.entityTypeId),
  productId: row.productId,
  productName: row.productName,
  price: row.price,
  priceAccount: String(row.price),
  priceExclusive: row.price,
  priceNetto: row.price,
  priceBrutto: row.price,
  quantity: row.quantity,
  discountTypeId: row.discountTypeId,
  discountRate: row.discountRate,
  discountSum: row.discountSum,
  taxRate: row.taxRate,
  taxIncluded: row.taxIncluded,
  customized: 'Y',
  measureCode: row.measureCode,
  measureName: 'шт',
  sort: row.sort,
  type: 4,
});
