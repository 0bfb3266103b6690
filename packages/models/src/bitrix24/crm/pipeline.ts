import { z } from 'zod';
import { flag, id, mapOrEmptyList, text, wholeNumber } from '../wire-values.ts';

/** A pipeline; 0 is the general one of deals. */
export const Bitrix24Category = z.looseObject({
  id,
  name: text,
  sort: wholeNumber,
  entityTypeId: wholeNumber,
  isDefault: flag,
});
export type Bitrix24Category = z.infer<typeof Bitrix24Category>;

/**
 * An entry of a CRM dictionary: a stage, a lead's status, a source, a contact's type. `STATUS_ID` is what a field holds:
 * `NEW`, and in other pipelines than the general one `C9:NEW`.
 */
export const Bitrix24Status = z.looseObject({
  ID: id,
  ENTITY_ID: z.string(),
  STATUS_ID: z.string(),
  NAME: text,
  SORT: wholeNumber,
  SYSTEM: flag,
  /** `S` won, `F` lost; null in between. */
  SEMANTICS: text,
  CATEGORY_ID: wholeNumber,
  EXTRA: mapOrEmptyList(z.looseObject({ SEMANTICS: text, COLOR: text })).optional(),
});
export type Bitrix24Status = z.infer<typeof Bitrix24Status>;
