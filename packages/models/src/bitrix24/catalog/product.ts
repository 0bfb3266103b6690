import { z } from 'zod';
import { decimal, flag, id, idOrNull, text } from '../wire-values.ts';

/** A catalogue. The main one, which CRM sells from, has `productIblockId: null`; the other holds variations. */
export const Bitrix24Catalog = z.looseObject({
  iblockId: id,
  productIblockId: idOrNull,
  id: idOrNull,
  name: text,
});
export type Bitrix24Catalog = z.infer<typeof Bitrix24Catalog>;

/** A product of a catalogue. Properties are `property258: {value, valueId}`, a list of these when there are several. */
export const Bitrix24Product = z.looseObject({
  id,
  iblockId: idOrNull,
  name: text,
  xmlId: text,
  active: flag,
  code: text,
  measure: idOrNull,
  purchasingPrice: decimal,
  purchasingCurrency: text,
});
export type Bitrix24Product = z.infer<typeof Bitrix24Product>;

/** A price of a product; `catalogGroupId` is its price type. */
export const Bitrix24Price = z.looseObject({
  id,
  productId: id,
  catalogGroupId: id,
  price: decimal,
  currency: text,
});
export type Bitrix24Price = z.infer<typeof Bitrix24Price>;

/** The price that deals take by default is that of the type with `base`. */
export const Bitrix24PriceType = z.looseObject({ id, name: text, base: flag, xmlId: text });
export type Bitrix24PriceType = z.infer<typeof Bitrix24PriceType>;

/** A product as the older `crm.product.*` writes it, which needs no scope but `crm`. */
export const Bitrix24CrmProduct = z.looseObject({
  ID: id,
  NAME: text,
  ACTIVE: flag,
  PRICE: decimal,
  CURRENCY_ID: text,
  XML_ID: text,
});
export type Bitrix24CrmProduct = z.infer<typeof Bitrix24CrmProduct>;
