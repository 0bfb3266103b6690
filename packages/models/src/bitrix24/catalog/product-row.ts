import { z } from 'zod';
import { decimal, flag, id, idOrNull, text, wholeNumber } from '../wire-values.ts';

/** A line of a deal, quote or invoice. `price` includes what `taxIncluded` says. */
export const Bitrix24ProductRow = z.looseObject({
  id,
  ownerId: idOrNull,
  ownerType: text,
  productId: idOrNull,
  productName: text,
  price: decimal,
  quantity: decimal,
  discountTypeId: wholeNumber,
  discountRate: decimal,
  discountSum: decimal,
  taxRate: decimal,
  taxIncluded: flag,
  measureCode: wholeNumber,
  measureName: text,
  sort: wholeNumber,
});
export type Bitrix24ProductRow = z.infer<typeof Bitrix24ProductRow>;
