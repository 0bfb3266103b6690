import { z } from 'zod';
import { id, list, mapOrEmptyList, text } from '../wire-values.ts';

/** Who has a phone or an e-mail, by kind. Nothing found is an empty list on the wire, and an empty object here. */
export const Bitrix24Duplicates = mapOrEmptyList(
  z.object({
    LEAD: list(id).optional(),
    CONTACT: list(id).optional(),
    COMPANY: list(id).optional(),
  }),
);
export type Bitrix24Duplicates = z.infer<typeof Bitrix24Duplicates>;

/** What became of a merge: `CONFLICT` is an answer, not an error. */
export const Bitrix24Merge = z.looseObject({
  STATUS: z.string(),
  ENTITY_IDS: list(id).optional(),
  MESSAGE: text,
});
export type Bitrix24Merge = z.infer<typeof Bitrix24Merge>;
