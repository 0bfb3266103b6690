import { z } from 'zod';
import { code, flag, id, list, mapOrEmptyList, text, wholeNumber } from '../wire-values.ts';

/** A field as `crm.item.fields` describes it, by the name that `crm.item.*` takes. */
export const Bitrix24Field = z.looseObject({
  type: z.string(),
  title: text,
  /** The name that the classic methods take. */
  upperName: text,
  isRequired: flag,
  isReadOnly: flag,
  isImmutable: flag,
  isMultiple: flag,
  isDynamic: flag,
  /** The choices of an enumeration. */
  items: list(z.looseObject({ ID: code, VALUE: text })).optional(),
});
export type Bitrix24Field = z.infer<typeof Bitrix24Field>;

export const Bitrix24Fields = mapOrEmptyList(z.record(z.string(), Bitrix24Field));
export type Bitrix24Fields = z.infer<typeof Bitrix24Fields>;

/** One choice of an enumeration: `XML_ID` is the name that an integration gives it, `ID` what a value holds. */
export const Bitrix24UserFieldChoice = z.looseObject({
  ID: id,
  VALUE: text,
  XML_ID: text,
  SORT: wholeNumber,
  DEF: flag,
});
export type Bitrix24UserFieldChoice = z.infer<typeof Bitrix24UserFieldChoice>;

/** Labels are text when asked for in one language, else a map of languages. */
const label = z.union([text, mapOrEmptyList(z.record(z.string(), text))]);

/** A user field as `crm.*.userfield.list` and `.get` write it. */
export const Bitrix24UserField = z.looseObject({
  ID: id,
  FIELD_NAME: z.string(),
  USER_TYPE_ID: z.string(),
  XML_ID: text,
  MULTIPLE: flag,
  MANDATORY: flag,
  SHOW_FILTER: text,
  SORT: wholeNumber,
  EDIT_FORM_LABEL: label,
  LIST_COLUMN_LABEL: label,
  SETTINGS: mapOrEmptyList(z.record(z.string(), z.unknown())).optional(),
  /** Of enumerations; certain only in `.get`. */
  LIST: list(Bitrix24UserFieldChoice).optional(),
});
export type Bitrix24UserField = z.infer<typeof Bitrix24UserField>;
