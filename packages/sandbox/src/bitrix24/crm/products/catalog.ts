import { RestError } from '../../rest-error.ts';
import type { KeptTables } from '../../state/kept-tables.ts';
import { defineTable } from '../../state/table.ts';

/** The one catalogue of the portal. */
export const CATALOG = { iblockId: 24, name: 'Товарный каталог CRM' };
export const BASE_PRICE_TYPE = 1;

export interface Product {
  readonly id: number;
  readonly iblockId: number;
  readonly name: string;
  readonly xmlId: string;
  readonly active: 'Y' | 'N';
  readonly sort: number;
  readonly createdBy: number;
  readonly dateCreate: string;
  readonly timestampX: string;
  /** Properties (`property258`) and what else was given. */
  readonly more: Readonly<Record<string, unknown>>;
}

export const PRODUCTS = defineTable<Product>('products', { xmlId: ({ xmlId }) => (xmlId ? [xmlId] : []) });

export interface Price {
  readonly id: number;
  readonly productId: number;
  readonly catalogGroupId: number;
  readonly price: number;
  readonly currency: string;
  readonly timestampX: string;
}

export const PRICES = defineTable<Price>('prices', { productId: ({ productId }) => [productId] });

export function pricesOf(state: KeptTables, productId: number): Price[] {
  const rows = state.rows(PRICES);
  return rows.idsBy('productId', productId).flatMap((id) => rows.get(id) ?? []);
}

/** The codes of `catalog.*` are numbers (facts §2). */
export const catalogError = (code: string, description: string) => new RestError(400, code, description);
export const productMissing = () => catalogError('200040300000', 'product does not exist.');
