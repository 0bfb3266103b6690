import { z } from 'zod';
import { code, id, text } from '../wire-values.ts';

/** Kinds of multi-fields that are known; others are kept. */
export const KNOWN_MULTI_FIELD_TYPES = ['PHONE', 'EMAIL', 'WEB', 'IM', 'LINK'] as const;

/** One phone, e-mail or link of a contact or lead, as `crm.item.*` writes it in `fm`. */
export const Bitrix24MultiField = z.looseObject({
  id,
  typeId: z.string(),
  valueType: text,
  value: code,
});
export type Bitrix24MultiField = z.infer<typeof Bitrix24MultiField>;

/** The same as the classic methods write it, under `PHONE`, `EMAIL` …; here in the form of `crm.item.*`. */
export const Bitrix24ClassicMultiField = z
  .looseObject({ ID: id, TYPE_ID: text, VALUE_TYPE: text, VALUE: code })
  .transform(({ ID, TYPE_ID, VALUE_TYPE, VALUE }) => ({
    id: ID,
    typeId: TYPE_ID,
    valueType: VALUE_TYPE,
    value: VALUE,
  }));
export type Bitrix24ClassicMultiField = z.infer<typeof Bitrix24ClassicMultiField>;
