import { z } from 'zod';
import { id, idOrNull, text, wholeNumber } from '../wire-values.ts';

/** `data` of ONCRM… events: the id of what changed, never what changed. Read the object again. */
export const Bitrix24CrmEventData = z.looseObject({
  FIELDS: z.looseObject({
    ID: id,
    /** Of smart processes. */
    ENTITY_TYPE_ID: idOrNull,
    /** Of ONCRMDEALMOVETOCATEGORY. */
    CATEGORY_ID: wholeNumber,
    STAGE_ID: text,
    /** Of user fields. */
    ENTITY_ID: text,
    FIELD_NAME: text,
  }),
});
export type Bitrix24CrmEventData = z.infer<typeof Bitrix24CrmEventData>;
